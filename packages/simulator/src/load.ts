/** What being on call costs each person of a schedule: an estimate, as shifts are. */

import { namesOf } from './groups.ts';
import { cut, type Interval, lengthOf, union } from './interval.ts';
import { dayLength, weekStart } from './recurrence.ts';
import { type DutyRules, rotationsOf, type ScheduleRules } from './rotation-rules.ts';
import { shifts } from './shifts.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

export interface Load {
  readonly contact: string;
  /** On call, in whatever rotations. */
  readonly seconds: number;
  /** Shifts that meet the window. */
  readonly shifts: number;
  /** Nights, 22:00 to 06:00 on the clocks of the rotation, with some time on call. */
  readonly nights: number;
  readonly nightSeconds: number;
  /** Weekends, Saturday 00:00 to Monday 00:00, likewise. */
  readonly weekends: number;
  readonly weekendSeconds: number;
  /** Seconds of the longest shift, whole; 0 without shifts. */
  readonly longestShift: number;
  /** Seconds of the shortest time between two stretches on call; `undefined` without two. */
  readonly shortestRest: number | undefined;
}

/** Of all members and of those whom overrides bring, in the order written. Takes epoch seconds. */
export function load(
  rules: Pick<DutyRules, 'rotations'>,
  schedule: ScheduleRules,
  window: { readonly from: number; readonly to: number },
): readonly Load[] {
  const cuts = { start: window.from, end: window.to };
  const people = new Map<string, Person>();
  for (const rotation of rotationsOf(rules, schedule).values()) {
    const found = shifts(rotation, window.from, window.to);
    const named = [...namesOf(rotation.members), ...found.flatMap(({ contacts }) => contacts)];
    for (const name of new Set(named)) {
      const whole = found.filter(({ contacts }) => contacts.includes(name));
      const person: Person = people.get(name) ?? { whole: [], byZone: new Map() };
      people.set(name, person);
      for (const it of whole) person.whole.push(it);
      const zone = rotation.zone.value;
      person.byZone.set(zone, [...(person.byZone.get(zone) ?? []), ...cut(whole, cuts)]);
    }
  }
  return [...people].map(([contact, person]) => loadOf(contact, person));
}

interface Person {
  readonly whole: Interval[];
  /** Cut to the window. */
  readonly byZone: Map<string, readonly Interval[]>;
}

function loadOf(contact: string, { whole, byZone }: Person): Load {
  const held = union([...byZone.values()].flat());
  const nights = new Set<number>();
  const weekends = new Set<number>();
  let nightSeconds = 0;
  let weekendSeconds = 0;
  for (const [zone, stretches] of byZone) {
    const clock = wallClock(zone);
    for (const stretch of union(stretches)) {
      nightSeconds += count(stretch, clock, night, nights);
      weekendSeconds += count(stretch, clock, weekend, weekends);
    }
  }
  const rests = held.slice(1).map(({ start }, at) => start - (held[at] as Interval).end);
  return {
    contact,
    seconds: lengthOf(held),
    shifts: whole.length,
    nights: nights.size,
    nightSeconds,
    weekends: weekends.size,
    weekendSeconds,
    longestShift: whole.reduce((most, { start, end }) => Math.max(most, end - start), 0),
    shortestRest: rests.length > 0 ? rests.reduce((a, b) => Math.min(a, b)) : undefined,
  };
}

/** A time that comes again, in wall seconds. */
interface Recurring {
  /** Where the one begins that holds a wall time or is the last before it. */
  startAt(wall: number): number;
  readonly length: number;
  readonly every: number;
}

const hour = 3_600;

const night: Recurring = {
  startAt: (wall) => Math.floor((wall - 22 * hour) / dayLength) * dayLength + 22 * hour,
  length: 8 * hour,
  every: dayLength,
};

const weekend: Recurring = {
  startAt: (wall) => weekStart(wall - 5 * dayLength) + 5 * dayLength,
  length: 2 * dayLength,
  every: 7 * dayLength,
};

/** The seconds of a stretch within such times, which are noted. */
function count(
  stretch: Interval,
  clock: WallClock,
  { startAt, length, every }: Recurring,
  met: Set<number>,
): number {
  let seconds = 0;
  // One more on both sides, since a clock change may move edges.
  const last = clock.wallAt(stretch.end) + every;
  for (let at = startAt(clock.wallAt(stretch.start)) - every; at < last; at += every) {
    const start = Math.max(clock.instantOf(at), stretch.start);
    const end = Math.min(clock.instantOf(at + length), stretch.end);
    if (start >= end) continue;
    met.add(at);
    seconds += end - start;
  }
  return seconds;
}
