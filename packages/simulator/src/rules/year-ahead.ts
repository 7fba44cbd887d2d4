import type { Interval } from '../interval.ts';
import { dayLength } from '../recurrence.ts';
import type { RotationRules } from '../rotation-rules.ts';
import { wallClock } from '../wall-clock.ts';

/**
 * The 12 months in which rules look at shifts: all clock changes of a year, and not the decades
 * after which weeks and months come together again. They begin with the day of `now` (epoch
 * seconds) on the clocks of the first rotation, so that a day's runs say the same; before the first
 * of some rotations starts, where the last of them does.
 */
export function yearAhead(rotations: readonly RotationRules[], now: number): Interval {
  const clock = wallClock(rotations[0]?.zone.value ?? 'UTC');
  const today = clock.instantOf(dayOf(clock.wallAt(now)));
  const starts = rotations.map(({ start }) => start.value);
  const isToCome = starts.every((it) => it >= today);
  const start = isToCome ? Math.max(today, ...starts) : today;
  return { start, end: clock.instantOf(clock.wallAt(start) + 366 * dayLength) };
}

function dayOf(wall: number): number {
  return Math.floor(wall / dayLength) * dayLength;
}
