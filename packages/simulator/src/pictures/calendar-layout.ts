/** Where everything of a calendar stands: a band a week, a column a day, a lane a rotation. */
import { transitions } from '@oncall/language';
import type { Interval } from '../interval.ts';
import { dayLength, weekLength, weekStart } from '../recurrence.ts';
import { wallClock } from '../wall-clock.ts';

export interface CalendarLayout {
  /** Where the names end and the days begin. */
  readonly left: number;
  readonly dayWidth: number;
  readonly weeks: readonly Week[];
  readonly height: number;
}

export interface Week {
  /** Of the band; the line of day names comes first. */
  readonly y: number;
  /** Upper edges of the lanes. */
  readonly lanes: readonly number[];
  readonly bottom: number;
  /** Seven, from Monday on. */
  readonly days: readonly Day[];
  /** The part of a stretch of time that lies in this week; `undefined` where none does. */
  place(interval: Interval): Placed | undefined;
}

/** A local day: not always 24 hours, and where clocks skip it, none at all. */
export interface Day extends Interval {
  readonly x: number;
  /** Epoch seconds at which UTC shows its beginning. */
  readonly wall: number;
}

export interface Placed {
  readonly x: number;
  readonly width: number;
  /** Whether it goes on in the week before, and in the week after. */
  readonly isCutLeft: boolean;
  readonly isCutRight: boolean;
}

export const dayNamesHeight = 24;
export const rowHeight = 20;
const laneGap = 6;
const weekGap = 14;

/** `rows` are how many rows each lane has. */
export function calendarLayout(
  window: Interval,
  zone: string,
  rows: readonly number[],
  { left, width }: { readonly left: number; readonly width: number },
): CalendarLayout {
  const dayWidth = (width - left) / 7;
  const clock = wallClock(zone);
  const weeks: Week[] = [];
  let y = 0;
  const last = clock.wallAt(window.end);
  for (let wall = weekStart(clock.wallAt(window.start)); wall < last; wall += weekLength) {
    const days = Array.from({ length: 7 }, (_, at): Day => {
      const midnight = wall + at * dayLength;
      const start = clock.instantOf(midnight);
      const end = clock.instantOf(midnight + dayLength);
      return { start, end, wall: midnight, x: left + at * dayWidth };
    });
    let top = y + dayNamesHeight + laneGap;
    const lanes = rows.map((count) => {
      const lane = top;
      top += count * rowHeight + laneGap;
      return lane;
    });
    weeks.push({ y, lanes, bottom: top, days, place: placing(days, dayWidth, window) });
    y = top + weekGap;
  }
  return { left, dayWidth, weeks, height: Math.max(0, y - weekGap) };
}

/** Where clocks change, and by how many seconds. */
export function clockChanges(zone: string, { start, end }: Interval) {
  return transitions(zone, start - 1, end - 1).map(({ at, before, after }) => ({
    at,
    by: after - before,
  }));
}

function placing(days: readonly Day[], dayWidth: number, window: Interval): Week['place'] {
  const start = (days[0] as Day).start;
  const end = (days.at(-1) as Day).end;
  const xOf = (instant: number) => {
    const day = days.findLast((it) => it.start <= instant && it.start < it.end) ?? (days[0] as Day);
    const length = Math.max(1, day.end - day.start);
    return day.x + Math.min(1, (instant - day.start) / length) * dayWidth;
  };
  return (interval) => {
    const from = Math.max(interval.start, start, window.start);
    const to = Math.min(interval.end, end, window.end);
    if (from > to || (from === to && interval.start !== interval.end)) return undefined;
    if (from >= end) return undefined;
    const x = xOf(from);
    const width = (to >= end ? (days.at(-1) as Day).x + dayWidth : xOf(to)) - x;
    return { x, width, isCutLeft: from > interval.start, isCutRight: to < interval.end };
  };
}
