/**
 * When hand-offs recur on the wall clock, by arithmetic of the calendar alone: no zone, and no step
 * for each hand-off since the start. Rules: "Rotation shifts" of the language.
 */
import { type ClockTime, localOfEpoch, weekDays } from '@oncall/language';
import type { HandOffRules } from './rotation-rules.ts';

/**
 * Hand-offs by rounds. A round is a day, week (Monday first) or month in which they happen: with
 * `every n` each n-th, round 0 the one that holds the start (as INTERVAL of RFC 5545). All times
 * are wall times in seconds.
 */
export interface Recurrence {
  /** The round that holds a wall time, or the last one before it. */
  roundAt(wall: number): number;
  /** Where a round's day, week or month begins. */
  startOf(round: number): number;
  /** Seconds from there to each hand-off of the round, in order, each once. */
  offsetsOf(round: number): readonly number[];
  /** How many hand-offs are not later, counted from round 0 on; less than 0 before it. */
  countThrough(wall: number): number;
  /** Whether two hand-offs may be a day or less apart, as those are which a gap can make one. */
  readonly close: boolean;
  /** Of hand-offs in each round; `undefined` where they differ from month to month. */
  readonly countOfRound: number | undefined;
  /** Days, weeks or months from one round to the next. */
  readonly step: number;
}

/** Takes the wall time that `start` of the rotation shows. */
export function recurrence(rules: HandOffRules, every: number, start: number): Recurrence {
  const unit = unitOf(rules);
  const step = Math.min(Math.max(every, 1), largestEvery);
  const first = unit.indexAt(start);
  const roundAt = (wall: number) => Math.floor((unit.indexAt(wall) - first) / step);
  const indexOf = (round: number) => first + round * step;
  const startOf = (round: number) => unit.startOf(indexOf(round));
  const offsetsOf = (round: number) => unit.offsetsOf(indexOf(round));
  const countBefore = (round: number) => {
    if (unit.count !== undefined) return round * unit.count;
    // Only where days of a month fall together in some months, do the months differ.
    let count = 0;
    for (let at = 0; at < round; at += 1) count += offsetsOf(at).length;
    for (let at = round; at < 0; at += 1) count -= offsetsOf(at).length;
    return count;
  };
  return {
    roundAt,
    startOf,
    offsetsOf,
    countThrough: (wall) => {
      const round = roundAt(wall);
      const into = wall - startOf(round);
      const passed = offsetsOf(round).filter((offset) => offset <= into).length;
      return countBefore(round) + passed;
    },
    close: unit.count !== 1 || (rules.kind === 'daily' && step === 1),
    countOfRound: unit.count,
    step,
  };
}

/** Limit of the service; more is an error elsewhere. */
const largestEvery = 100;

/** The days, weeks or months of the calendar, counted through. */
interface Unit {
  indexAt(wall: number): number;
  startOf(index: number): number;
  /** Seconds from its start to each hand-off, in order, each once. */
  offsetsOf(index: number): readonly number[];
  /** Of hand-offs in each; `undefined` where they differ. */
  readonly count: number | undefined;
}

export const dayLength = 86_400;
export const weekLength = 7 * dayLength;
/** 1970-01-05 was a Monday. */
const firstMonday = 4 * dayLength;

/** The Monday 00:00 at which a wall time's week begins. */
export function weekStart(wall: number): number {
  return firstMonday + Math.floor((wall - firstMonday) / weekLength) * weekLength;
}

function unitOf(rules: HandOffRules): Unit {
  if (rules.kind === 'monthly') return months(rules.times);
  if (rules.kind === 'daily') return regular(dayLength, 0, rules.times.map(secondsOf));
  const offsets = rules.times.map(
    ({ day, time }) => weekDays.indexOf(day) * dayLength + secondsOf(time),
  );
  return regular(weekLength, firstMonday, offsets);
}

function regular(length: number, origin: number, times: readonly number[]): Unit {
  const offsets = inOrder(times);
  return {
    indexAt: (wall) => Math.floor((wall - origin) / length),
    startOf: (index) => origin + index * length,
    offsetsOf: () => offsets,
    count: offsets.length,
  };
}

function months(times: readonly { readonly day: number; readonly time: ClockTime }[]): Unit {
  // A day that the month lacks is its last day.
  const byLength = [28, 29, 30, 31].map((days) =>
    inOrder(
      times.map(({ day, time }) => {
        return (Math.min(Math.max(day, 1), days) - 1) * dayLength + secondsOf(time);
      }),
    ),
  );
  const counts = new Set(byLength.map((offsets) => offsets.length));
  return {
    indexAt: monthAt,
    startOf: startOfMonth,
    offsetsOf: (index) => {
      const days = (startOfMonth(index + 1) - startOfMonth(index)) / dayLength;
      return byLength[days - 28] ?? [];
    },
    count: counts.size === 1 ? byLength[0]?.length : undefined,
  };
}

/** Months since the beginning of year 0. */
export function monthAt(wall: number): number {
  const { year, month } = localOfEpoch(wall);
  return year * 12 + month - 1;
}

/** The wall time at which a month begins, from months since the beginning of year 0. */
export function startOfMonth(index: number): number {
  // Of years that begin in March, so that a leap day is the last of its year.
  const year = Math.floor((index - 2) / 12);
  const month = index - 2 - year * 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const days = year * 365 + leapDays + Math.floor((month * 153 + 2) / 5);
  return (days - daysTo1970) * dayLength;
}

/** From March 1 of year 0 to January 1 of 1970. */
const daysTo1970 = 719_468;

export function secondsOf({ hour, minute }: ClockTime): number {
  return hour * 3_600 + minute * 60;
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
