import { type EngagementRules, type Event, onCall } from '@oncall/simulator';
import type { Value } from '../model/shapes.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The way from what was paged to a contact that is engaged: plan, schedule, contact, as far as
 * there are such. That all behind the plan bear the index of its stage, counted from 0, is an
 * estimate.
 */
export function resolutionOf(
  snapshot: Snapshot,
  rules: EngagementRules,
  paged: string,
  engage: (Event & { readonly kind: 'engage' }) | undefined,
): readonly Value<'ResolutionContact'>[] {
  if (!engage) return [];
  const { contact, at, stage } = engage;
  const step = (ContactArn: string, StageIndex?: number): Value<'ResolutionContact'> => ({
    ContactArn,
    Type: snapshot.contacts[ContactArn]?.type ?? 'PERSONAL',
    ...(StageIndex !== undefined && StageIndex <= MOST_STAGE_INDEX && { StageIndex }),
  });
  if (paged === contact) return [step(contact)];
  const plan = rules.plans.get(paged);
  // A schedule that was paged itself.
  if (!plan || stage === undefined) return [step(paged), step(contact)];
  const index = stage - 1;
  const leads = plan.stages[index]?.targets.find(({ to }) => {
    if (to.kind !== 'schedule') return to.name === contact;
    const schedule = rules.schedules.get(to.name);
    return schedule && onCall(rules, schedule, at).some((it) => it.contacts.includes(contact));
  });
  const schedule = leads?.to.kind === 'schedule' ? [step(leads.to.name, index)] : [];
  return [step(paged), ...schedule, step(contact, index)];
}

/** The model has no room for more, though it lets a plan have any number of stages. */
const MOST_STAGE_INDEX = 100;
