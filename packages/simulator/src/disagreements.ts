/** Where two answers to who is on call when differ. */
import type { Interval } from './interval.ts';

/** Of shifts what counts here; several at one time are on call together. */
export interface OnDuty extends Interval {
  readonly contacts: readonly string[];
}

/** A stretch in which each answer names the same people throughout, but not those of the other. */
export interface Disagreement extends Interval {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/**
 * In order, as long as can be. What is compared is who is on call, not how that time is parted
 * into shifts, nor why they are.
 */
export function disagreements(
  one: readonly OnDuty[],
  other: readonly OnDuty[],
  window: Interval,
): readonly Disagreement[] {
  const edges = [...one, ...other].flatMap(({ start, end }) => [start, end]);
  const within = edges.filter((it) => it > window.start && it < window.end);
  const cuts = [...new Set([window.start, ...within, window.end])].sort((a, b) => a - b);
  const ofOne = peopleAt(one);
  const ofOther = peopleAt(other);
  const found: Disagreement[] = [];
  for (const [index, end] of cuts.slice(1).entries()) {
    const start = cuts[index] as number;
    const here = { start, end, one: ofOne(start), other: ofOther(start) };
    if (same(here.one, here.other)) continue;
    const last = found.at(-1);
    const goesOn = last?.end === start && same(last.one, here.one) && same(last.other, here.other);
    if (goesOn) found[found.length - 1] = { ...last, end };
    else found.push(here);
  }
  return found;
}

/** All on call at an instant, in the order of names, for instants asked in order. */
function peopleAt(shifts: readonly OnDuty[]): (instant: number) => readonly string[] {
  const coming = shifts.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let running: readonly OnDuty[] = [];
  return (instant) => {
    const begun = next;
    while (next < coming.length && (coming[next] as OnDuty).start <= instant) next += 1;
    running = [...running, ...coming.slice(begun, next)].filter(({ end }) => end > instant);
    return [...new Set(running.flatMap(({ contacts }) => contacts))].sort();
  };
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((it, index) => it === other[index]);
}
