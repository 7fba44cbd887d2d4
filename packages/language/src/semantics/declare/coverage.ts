/** Coverage windows of a rotation: each day's, as written and as minutes of a week. */
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../text/span.ts';
import type { ClockTime } from '../../values/clock-time.ts';
import { type WeekDay, weekDays } from '../../values/week-day.ts';
import { at, type Local } from './local.ts';

const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;
/** Limit of the service (user guide). */
const shortestWindow = 30;

interface Window {
  readonly day: WeekDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly span: Span;
}

/** A window for each day of each `cover`, in the order written. */
export function windowsOf(items: readonly ast.RotationEntry[]): Window[] {
  return items.flatMap((item) =>
    item.kind === 'cover'
      ? daysOf(item).flatMap((day) =>
          item.windows.flatMap(({ start, end }) =>
            start.value === undefined || end.value === undefined
              ? []
              : [
                  {
                    day,
                    start: start.value,
                    end: end.value,
                    span: { start: start.start, end: end.end },
                  },
                ],
          ),
        )
      : [],
  );
}

/** `fri..mon` is Friday to Monday. */
function daysOf({ from, to }: ast.CoverItem): readonly WeekDay[] {
  if (from === undefined) return [];
  const first = weekDays.indexOf(from.day);
  const last = weekDays.indexOf((to ?? from).day);
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => weekDays[(first + index) % 7] as WeekDay);
}

export function checkCoverage(local: Local, items: readonly ast.RotationEntry[]): void {
  const windows = windowsOf(items);
  const short = new Set<number>();
  for (const { start, end, span } of windows) {
    const minutes = lengthOf(start, end);
    if (minutes >= shortestWindow || short.has(span.start)) continue;
    short.add(span.start);
    local.findings.push(finding('short-window', at(local, span), { minutes }));
  }
  checkOverlaps(local, windows);
}

/** Of two windows that overlap, in any week, the one written later is marked, once. */
function checkOverlaps(local: Local, windows: readonly Window[]): void {
  const placed = windows
    .map(({ day, start, end, span }) => {
      const from = weekDays.indexOf(day) * minutesOfDay + minuteOf(start);
      return { from, to: from + lengthOf(start, end), span };
    })
    .sort((a, b) => a.from - b.from);
  const told = new Set<number>();
  const tell = (a: Span, b: Span): void => {
    const [first, second] = a.start <= b.start ? [a, b] : [b, a];
    if (told.has(second.start)) return;
    told.add(second.start);
    const related = [{ origin: at(local, first), message: 'This is the other.' }];
    local.findings.push(finding('overlapping-coverage', at(local, second), undefined, { related }));
  };
  let longest: (typeof placed)[number] | undefined;
  for (const window of placed) {
    if (longest !== undefined && window.from < longest.to) tell(longest.span, window.span);
    if (longest === undefined || window.to > longest.to) longest = window;
  }
  // Sunday's last window may run into Monday's first.
  const first = placed[0];
  if (longest !== undefined && first !== undefined && longest !== first) {
    if (longest.to - minutesOfWeek > first.from) tell(longest.span, first.span);
  }
}

function minuteOf({ hour, minute }: ClockTime): number {
  return hour * 60 + minute;
}

/** In minutes; an end that is not after its start lies on the next day. */
function lengthOf(start: ClockTime, end: ClockTime): number {
  const length = minuteOf(end) - minuteOf(start);
  return length > 0 ? length : length + minutesOfDay;
}
