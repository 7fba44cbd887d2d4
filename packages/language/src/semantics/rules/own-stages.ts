import type { Contact, ContactStage, Plan, PlanStage, Template } from '../model.ts';

/** The stages that are written in a declaration; those of a template are told of there. */
export function ownStages(owner: Contact | Plan | Template): readonly (ContactStage | PlanStage)[] {
  if (owner.kind !== 'contact') return owner.stages;
  return owner.stages.filter(({ via }) => via === undefined);
}
