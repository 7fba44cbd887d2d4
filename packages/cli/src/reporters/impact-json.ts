import type { Replacement } from '@oncall/simulator';
import type { PeopleImpact } from '../deployment/people-impact.ts';
import { utcText } from '../time/clock-text.ts';

/** The impact on people, for programs: every shift that changes hands. */
export function impactJson({ start, end, days, changed, rotations, schedules }: PeopleImpact) {
  return {
    estimate: true,
    days,
    from: utcText(start),
    to: utcText(end),
    changedShifts: changed,
    rotations: rotations.map(({ rotation, zone, changes }) => ({
      rotation,
      zone,
      changes: changes.map((change) => ({
        start: utcText(change.start),
        end: utcText(change.end),
        before: change.before,
        after: change.after,
        loses: change.lose,
        gains: change.gain,
      })),
    })),
    now: [
      ...rotations.flatMap(({ now }) => (now === undefined ? [] : replaced('rotation', now))),
      ...schedules.flatMap((it) => replaced('schedule', it)),
    ],
  };
}

function replaced(kind: 'rotation' | 'schedule', { name, before, after }: Replacement) {
  return [{ kind, name, before, after }];
}
