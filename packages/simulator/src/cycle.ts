/** How long it takes until what the rotations of a schedule do repeats. */

import { groupsOf } from './groups.ts';
import type { Interval } from './interval.ts';
import { dayLength, monthAt, recurrence, startOfMonth } from './recurrence.ts';
import type { RotationRules } from './rotation-rules.ts';
import { wallClock } from './wall-clock.ts';

export interface Cycle extends Interval {
  /** Whether all has repeated at its end; else that takes over 28 years, and this is 28 years. */
  readonly isWhole: boolean;
}

/**
 * From an instant (epoch seconds) on: as many of the least periods after which all rotations repeat
 * as hold 12 months, with their clock changes and overrides, and a whole period after the last start
 * that is to come. Days and months are those on the clocks of the first rotation.
 */
export function cycleOf(rotations: readonly RotationRules[], from: number): Cycle {
  const period = rotations.map(periodOf).reduce(together, { days: 1, months: 1 });
  const lastStart = Math.max(from, ...rotations.map(({ start }) => start.value));
  const ahead = Math.ceil((lastStart - from) / dayLength);
  const clock = wallClock(rotations[0]?.zone.value ?? 'UTC');
  const wall = clock.wallAt(from);
  if (period.days === 1 && period.months > 1) {
    const months = Math.min(period.months, calendarMonths);
    const count = Math.ceil(Math.max(12, Math.ceil(ahead / 28) + months) / months);
    const end = clock.instantOf(addMonths(wall, count * months));
    return { start: from, end, isWhole: period.months <= calendarMonths };
  }
  // The calendar's weeks and months come together again after 28 years.
  const rounds = leastCommonMultiple(period.months, calendarMonths) / calendarMonths;
  const whole =
    period.months === 1 ? period.days : leastCommonMultiple(period.days, rounds * calendarDays);
  const days = Math.min(whole, calendarDays);
  const count = Math.ceil(Math.max(366, ahead + days) / days);
  const end = clock.instantOf(wall + count * days * dayLength);
  return { start: from, end, isWhole: whole <= calendarDays };
}

/** 28 years, after which dates fall on the same days of the week, from 1901 to 2099. */
const calendarMonths = 28 * 12;
const calendarDays = 28 * 365 + 7;

/** What repeats after so many days and after so many months. */
interface Period {
  readonly days: number;
  readonly months: number;
}

function together(a: Period, b: Period): Period {
  return {
    days: leastCommonMultiple(a.days, b.days),
    months: leastCommonMultiple(a.months, b.months),
  };
}

function periodOf(rotation: RotationRules): Period {
  const { handOffs, coverage, start, every } = rotation;
  const { countOfRound, step } = recurrence(handOffs, every, start.value);
  const groups = groupsOf(rotation).length;
  const windows = coverage.length > 0 ? 7 : 1;
  if (countOfRound === undefined) {
    return { days: windows, months: leastCommonMultiple(calendarMonths, step) * groups };
  }
  const rounds = groups / greatestCommonDivisor(groups, countOfRound);
  if (handOffs.kind === 'monthly') return { days: windows, months: rounds * step };
  const days = rounds * step * (handOffs.kind === 'weekly' ? 7 : 1);
  return { days: leastCommonMultiple(days, windows), months: 1 };
}

/** A day that the month lacks is its last. */
function addMonths(wall: number, months: number): number {
  const from = monthAt(wall);
  const into = wall - startOfMonth(from);
  const last = startOfMonth(from + months + 1) - dayLength;
  return Math.min(startOfMonth(from + months) + into, last + (into % dayLength));
}

function leastCommonMultiple(a: number, b: number): number {
  // More than this is cut anyway, and a product of many would not stay exact.
  return Math.min((a / greatestCommonDivisor(a, b)) * b, Number.MAX_SAFE_INTEGER);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : greatestCommonDivisor(b, a % b);
}
