/**
 * When someone is on call for a schedule, when nobody, and when several rotations at once: exact
 * stretches from the shifts, never samples. An estimate, as shifts are.
 */
import { cycleOf } from './cycle.ts';
import { cut, type Interval, lengthOf, subtract, union } from './interval.ts';
import {
  type DutyRules,
  type RotationRules,
  rotationsOf,
  type ScheduleRules,
} from './rotation-rules.ts';
import type { Shift } from './shift.ts';
import { shifts } from './shifts.ts';

export interface Coverage {
  /** Epoch seconds, as is all here. */
  readonly from: number;
  readonly to: number;
  /** Whether all rotations repeat from then on; so, no other gap comes but by clock or override. */
  readonly isWholeCycle: boolean;
  /** The part of the time with someone on call, 0 to 1, not rounded. */
  readonly covered: number;
  /** With nobody on call; maximal, cut to the window. */
  readonly gaps: readonly Interval[];
  readonly overlaps: readonly Overlap[];
}

/** Someone is on call in several rotations at once; maximal for the same rotations and people. */
export interface Overlap extends Interval {
  /** NAMEs of the rotations. */
  readonly rotations: readonly string[];
  /** Who is on call in more than one of them. */
  readonly twice: readonly string[];
}

/** Of a window, or without its end of the whole cycle (`cycleOf`) from its beginning on. */
export function coverage(
  rules: Pick<DutyRules, 'rotations'>,
  schedule: ScheduleRules,
  window: { readonly from: number; readonly to?: number },
): Coverage {
  const rotations = rotationsOf(rules, schedule);
  const cycle = cycleOf([...rotations.values()], window.from);
  const { from, to = cycle.end } = window;
  const held = new Map<string, readonly Shift[]>();
  for (const [name, rotation] of rotations) {
    held.set(name, mannedShifts(rotation, { start: from, end: to }));
  }
  const covered = union([...held.values()].flat());
  return {
    from,
    to,
    isWholeCycle: cycle.isWhole && to >= cycle.end,
    covered: to > from ? lengthOf(covered) / (to - from) : 0,
    gaps: subtract([{ start: from, end: to }], covered),
    overlaps: overlapsOf(held),
  };
}

/** The gaps of `coverage` alone, for those who look at many schedules. */
export function gapsIn(rotations: Iterable<RotationRules>, window: Interval): readonly Interval[] {
  const held = [...rotations].flatMap((rotation) => mannedShifts(rotation, window));
  return subtract([window], union(held));
}

function mannedShifts(rotation: RotationRules, window: Interval): readonly Shift[] {
  const found = shifts(rotation, window.start, window.end);
  return cut(
    found.filter(({ contacts }) => contacts.length > 0),
    window,
  );
}

function overlapsOf(held: ReadonlyMap<string, readonly Shift[]>): readonly Overlap[] {
  const names = [...held.keys()];
  const edges = names
    .flatMap((_, index) =>
      (held.get(names[index] as string) ?? []).flatMap((shift) => [
        { at: shift.start, index, shift },
        { at: shift.end, index, shift: undefined },
      ]),
    )
    // This keeps the order within a rotation, where a shift's end stands before the next's start.
    .sort((a, b) => a.at - b.at);
  const now: (Shift | undefined)[] = names.map(() => undefined);
  const overlaps: Overlap[] = [];
  for (const [place, { at, index, shift }] of edges.entries()) {
    now[index] = shift;
    const end = edges[place + 1]?.at ?? at;
    if (end === at) continue;
    const rotations = names.filter((_, each) => now[each] !== undefined);
    if (rotations.length < 2) continue;
    const overlap = { start: at, end, rotations, twice: twiceIn(now) };
    const last = overlaps.at(-1);
    if (last?.end === at && isSame(last, overlap)) overlaps[overlaps.length - 1] = { ...last, end };
    else overlaps.push(overlap);
  }
  return overlaps;
}

function twiceIn(now: readonly (Shift | undefined)[]): readonly string[] {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const shift of now) {
    for (const name of shift?.contacts ?? []) (once.has(name) ? twice : once).add(name);
  }
  return [...twice].sort();
}

function isSame(a: Overlap, b: Overlap): boolean {
  return isEqual(a.rotations, b.rotations) && isEqual(a.twice, b.twice);
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((it, at) => it === b[at]);
}
