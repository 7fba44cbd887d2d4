/**
 * When someone is on call for a schedule, when nobody, and when several rotations at once: exact
 * stretches from the shifts, never samples. An estimate, as shifts are.
 */
import { cycleOf } from './cycle.ts';
import { cut, type Interval, lengthOf, subtract, union } from './interval.ts';
import { type DutyRules, rotationsOf, type ScheduleRules } from './rotation-rules.ts';
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
    const manned = shifts(rotation, from, to).filter(({ contacts }) => contacts.length > 0);
    held.set(name, cut(manned, { start: from, end: to }));
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

function overlapsOf(held: ReadonlyMap<string, readonly Shift[]>): readonly Overlap[] {
  const edges: { at: number; rotation: string; shift: Shift | undefined }[] = [];
  for (const [rotation, found] of held) {
    for (const shift of found) {
      edges.push({ at: shift.start, rotation, shift });
      edges.push({ at: shift.end, rotation, shift: undefined });
    }
  }
  // The sort keeps the order of one rotation, where a shift's end stands before the next's start.
  edges.sort((a, b) => a.at - b.at);
  const now = new Map<string, Shift>();
  const overlaps: Overlap[] = [];
  for (const [index, { at, rotation, shift }] of edges.entries()) {
    if (shift === undefined) now.delete(rotation);
    else now.set(rotation, shift);
    const end = edges[index + 1]?.at ?? at;
    if (end === at || now.size < 2) continue;
    const rotations = [...held.keys()].filter((name) => now.has(name));
    const next = { start: at, end, rotations, twice: twiceIn([...now.values()]) };
    const last = overlaps.at(-1);
    if (last?.end === at && isSame(last, next)) overlaps[overlaps.length - 1] = { ...last, end };
    else overlaps.push(next);
  }
  return overlaps;
}

function twiceIn(found: readonly Shift[]): readonly string[] {
  const all = found.flatMap(({ contacts }) => contacts);
  return [...new Set(all.filter((name, at) => all.indexOf(name) !== at))].sort();
}

function isSame(a: Overlap, b: Overlap): boolean {
  return a.rotations.join() === b.rotations.join() && a.twice.join() === b.twice.join();
}
