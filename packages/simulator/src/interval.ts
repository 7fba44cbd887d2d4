/** Half-open stretches of time, from start until before end, in epoch seconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The same time in as few stretches as can be, in order; empty and reversed ones are none. */
export function union(intervals: readonly Interval[]): Interval[] {
  const ordered = isOrdered(intervals)
    ? intervals
    : intervals.toSorted((a, b) => a.start - b.start);
  const found: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (const { start, end } of ordered) {
    if (start >= end) continue;
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else {
      last = { start, end };
      found.push(last);
    }
  }
  return found;
}

/** What of one list, in order and apart, is in none of another, in order and apart. */
export function subtract(from: readonly Interval[], what: readonly Interval[]): Interval[] {
  const found: Interval[] = [];
  let next = 0;
  for (const { start, end } of from) {
    while (next < what.length && (what[next] as Interval).end <= start) next += 1;
    let rest = start;
    for (let at = next; at < what.length && rest < end; at += 1) {
      const hole = what[at] as Interval;
      if (hole.start >= end) break;
      if (hole.start > rest) found.push({ start: rest, end: hole.start });
      rest = Math.max(rest, hole.end);
    }
    if (rest < end) found.push({ start: rest, end });
  }
  return found;
}

/** Those that meet a window, the parts outside it left out. */
export function cut<T extends Interval>(intervals: readonly T[], window: Interval): T[] {
  const found: T[] = [];
  for (const each of intervals) {
    const start = Math.max(each.start, window.start);
    const end = Math.min(each.end, window.end);
    if (start >= end) continue;
    found.push(start === each.start && end === each.end ? each : { ...each, start, end });
  }
  return found;
}

/** Seconds in all of them. */
export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { start, end }) => sum + end - start, 0);
}

function isOrdered(intervals: readonly Interval[]): boolean {
  return intervals.every(
    (each, at) => at === 0 || (intervals[at - 1] as Interval).start <= each.start,
  );
}
