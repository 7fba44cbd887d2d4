/** Whom a stage or a schedule comes down to at an instant. */
import type { PlanStageRules, PlanTargetRules } from './engagement-rules.ts';
import { peopleOnCall } from './on-call.ts';
import type { DutyRules } from './rotation-rules.ts';

/** A person who is to be engaged, once, however many targets lead there. */
export interface Engaged {
  readonly contact: string;
  /** As essential, if one of the targets is. */
  readonly essential: boolean;
  /** Why, in words. */
  readonly reason: string;
}

/** All whom a stage engages, in the order of its targets ("Engagement" of the language). */
export function engagedBy(
  model: DutyRules,
  stage: PlanStageRules,
  instant: number,
): readonly Engaged[] {
  return once(
    stage.targets.flatMap(({ to, essential }) => {
      if (to.kind !== 'schedule')
        return [{ contact: to.name, essential, reason: 'named by the plan' }];
      return onCallIn(model, to.name, essential, instant);
    }),
  );
}

/** All on call for a schedule, by NAME. */
export function onCallIn(
  model: DutyRules,
  schedule: string,
  essential: boolean,
  instant: number,
): readonly Engaged[] {
  const found = model.schedules.get(schedule);
  const people = found === undefined ? [] : peopleOnCall(model, found, instant);
  return people.map((contact) => ({ contact, essential, reason: `on call in ${schedule}` }));
}

/** NAMEs of a stage's schedules that have nobody on call. */
export function unmanned(
  model: DutyRules,
  targets: readonly PlanTargetRules[],
  instant: number,
): readonly string[] {
  return targets
    .filter(({ to }) => to.kind === 'schedule')
    .map(({ to }) => to.name)
    .filter((name) => onCallIn(model, name, false, instant).length === 0);
}

function once(all: readonly Engaged[]): readonly Engaged[] {
  const found = new Map<string, Engaged>();
  for (const { contact, essential, reason } of all) {
    const known = found.get(contact);
    if (known === undefined) found.set(contact, { contact, essential, reason });
    else {
      const reasons = known.reason === reason ? reason : `${known.reason}, ${reason}`;
      found.set(contact, { contact, essential: known.essential || essential, reason: reasons });
    }
  }
  return [...found.values()];
}
