/** When one person is on call in two rotations at once. */
import type { Interval } from '../interval.ts';
import { dayLength } from '../recurrence.ts';
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
  { start, end }: Interval,
): Meeting | undefined {
  const names = namesIn(one);
  if (!namesIn(other).some((name) => names.includes(name))) return undefined;
  // Those who meet mostly do so soon, so that the whole window is seldom looked at.
  let from = start;
  for (let reach = 30 * dayLength; from < end; reach *= 4) {
    const to = Math.min(start + reach, end);
    const meeting = meetingIn(shifts(one, from, to), shifts(other, from, to));
    if (meeting !== undefined) return meeting;
    from = to;
  }
  return undefined;
}

/** Both lists are in order and apart. */
function meetingIn(ours: readonly Shift[], theirs: readonly Shift[]): Meeting | undefined {
  let next = 0;
  for (const our of ours) {
    while (next < theirs.length && (theirs[next] as Shift).end <= our.start) next += 1;
    for (let at = next; at < theirs.length; at += 1) {
      const their = theirs[at] as Shift;
      if (their.start >= our.end) break;
      const name = our.contacts.find((it) => their.contacts.includes(it));
      if (name === undefined) continue;
      const start = Math.max(our.start, their.start);
      return { name, start, end: Math.min(our.end, their.end) };
    }
  }
  return undefined;
}

function namesIn({ members, overrides }: RotationRules): readonly string[] {
  return [...members, ...overrides.flatMap((it) => it.members)].map(({ name }) => name);
}
