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
  const step = Math.min(Math.max(every, 1), largestEvery);
  const { roundAt, startOf, offsetsOf, countOfRound } = roundsOf(rules, step, start);
  const countBefore = (round: number) => {
    if (countOfRound !== undefined) return round * countOfRound;
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
    countOfRound,
    countThrough: (wall) => {
      const round = roundAt(wall);
      const into = wall - startOf(round);
      const passed = offsetsOf(round).filter((offset) => offset <= into).length;
      return countBefore(round) + passed;
    },
    close: countOfRound !== 1 || (rules.kind === 'daily' && step === 1),
    step,
  };
}

/** Limit of the service; more is an error elsewhere. */
const largestEvery = 100;

export const dayLength = 86_400;
export const weekLength = 7 * dayLength;
/** 1970-01-05 was a Monday. */
const firstMonday = 4 * dayLength;

/** The Monday 00:00 at which a wall time's week begins. */
export function weekStart(wall: number): number {
  return firstMonday + Math.floor((wall - firstMonday) / weekLength) * weekLength;
}

type Rounds = Pick<Recurrence, 'roundAt' | 'startOf' | 'offsetsOf' | 'countOfRound'>;

function roundsOf(rules: HandOffRules, step: number, start: number): Rounds {
  if (rules.kind === 'monthly') return months(rules.times, step, start);
  if (rules.kind === 'daily') return regular(dayLength, 0, rules.times.map(secondsOf), step, start);
  const offsets = rules.times.map(
    ({ day, time }) => weekDays.indexOf(day) * dayLength + secondsOf(time),
  );
  return regular(weekLength, firstMonday, offsets, step, start);
}

function regular(
  length: number,
  origin: number,
  times: readonly number[],
  step: number,
  start: number,
): Rounds {
  const offsets = inOrder(times);
  const first = origin + Math.floor((start - origin) / length) * length;
  const period = length * step;
  return {
    roundAt: (wall) => Math.floor((wall - first) / period),
    startOf: (round) => first + round * period,
    offsetsOf: () => offsets,
    countOfRound: offsets.length,
  };
}

function months(
  times: readonly { readonly day: number; readonly time: ClockTime }[],
  step: number,
  start: number,
): Rounds {
  // A day that the month lacks is its last day.
  const byLength = [28, 29, 30, 31].map((days) =>
    inOrder(
      times.map(({ day, time }) => {
        return (Math.min(Math.max(day, 1), days) - 1) * dayLength + secondsOf(time);
      }),
    ),
  );
  const counts = new Set(byLength.map((offsets) => offsets.length));
  const first = monthAt(start);
  const startOf = (round: number) => startOfMonth(first + round * step);
  return {
    roundAt: (wall) => Math.floor((monthAt(wall) - first) / step),
    startOf,
    offsetsOf: (round) => {
      const next = startOfMonth(first + round * step + 1);
      return byLength[(next - startOf(round)) / dayLength - 28] ?? [];
    },
    countOfRound: counts.size === 1 ? byLength[0]?.length : undefined,
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
