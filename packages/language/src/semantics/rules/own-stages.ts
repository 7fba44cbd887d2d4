import type { Contact, ContactStage, Plan, PlanStage, Template } from '../model.ts';

/** The stages that are written in a declaration; those of a template are told of there. */
export function ownStages(owner: Contact | Plan | Template): readonly (ContactStage | PlanStage)[] {
  return owner.stages.filter(isOwn);
}

export function isOwn(stage: ContactStage | PlanStage): boolean {
  return !('via' in stage && stage.via !== undefined);
}
