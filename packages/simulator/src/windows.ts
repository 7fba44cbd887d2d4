/** When `cover` lets someone be on call: windows of the week as stretches of time. */
import { weekDays } from '@oncall/language';
import { type Interval, union } from './interval.ts';
import { dayLength, secondsOf, weekLength, weekStart } from './recurrence.ts';
import type { Window } from './rotation-rules.ts';
import type { WallClock } from './wall-clock.ts';

/**
 * The stretches that meet the time from one instant until before another, whole, touching windows
 * joined ("Rotation shifts" of the language); `undefined` where all hours are covered.
 */
export function coveredTimes(
  windows: readonly Window[],
  clock: WallClock,
  from: number,
  to: number,
): readonly Interval[] | undefined {
  const ofWeek = windowsOfWeek(windows);
  if (windows.length === 0 || fillsWeek(ofWeek)) return undefined;
  const found: Interval[] = [];
  const last = clock.wallAt(to) + reach;
  for (let week = weekStart(clock.wallAt(from) - reach); week < last; week += weekLength) {
    for (const { start, end } of ofWeek) {
      // A start that a gap moves to or past its end leaves nothing, which the union drops.
      found.push({ start: clock.instantOf(week + start), end: clock.instantOf(week + end) });
    }
  }
  return union(found).filter((each) => each.end > from && each.start < to);
}

/** Seconds: windows that join without filling the week last less, a clock change included. */
const reach = weekLength + 2 * dayLength;

/** In seconds since Monday 00:00, in order. */
function windowsOfWeek(windows: readonly Window[]): Interval[] {
  return windows
    .map(({ day, start, end }) => {
      const from = weekDays.indexOf(day) * dayLength + secondsOf(start);
      const length = secondsOf(end) - secondsOf(start);
      return { start: from, end: from + (length > 0 ? length : length + dayLength) };
    })
    .sort((a, b) => a.start - b.start);
}

/** Where each window goes on where one ends, no clock change opens a gap between them. */
function fillsWeek(ofWeek: readonly Interval[]): boolean {
  const again = ofWeek.map(({ start, end }) => ({
    start: start + weekLength,
    end: end + weekLength,
  }));
  const [first, ...more] = union([...ofWeek, ...again]);
  return first !== undefined && more.length === 0 && first.end - first.start >= weekLength;
}
