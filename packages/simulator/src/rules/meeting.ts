/** When one person is on call in two rotations at once. */
import type { Interval } from '../interval.ts';
import type { RotationRules } from '../rotation-rules.ts';
import type { Shift } from '../shift.ts';
import { shifts } from '../shifts.ts';

export interface Meeting extends Interval {
  readonly name: string;
}

/** The first that meets a window, as long as both shifts last. */
export function firstMeeting(
  one: RotationRules,
  other: RotationRules,
  { start: from, end: to }: Interval,
): Meeting | undefined {
  const names = namesIn(one);
  if (!namesIn(other).some((name) => names.includes(name))) return undefined;
  const theirs = shifts(other, from, to);
  let next = 0;
  for (const shift of shifts(one, from, to)) {
    while (next < theirs.length && (theirs[next] as Shift).end <= shift.start) next += 1;
    for (let at = next; at < theirs.length; at += 1) {
      const their = theirs[at] as Shift;
      if (their.start >= shift.end) break;
      const name = shift.contacts.find((it) => their.contacts.includes(it));
      if (name === undefined) continue;
      return {
        name,
        start: Math.max(shift.start, their.start),
        end: Math.min(shift.end, their.end),
      };
    }
  }
  return undefined;
}

function namesIn({ members, overrides }: RotationRules): readonly string[] {
  return [...members, ...overrides.flatMap((it) => it.members)].map(({ name }) => name);
}
