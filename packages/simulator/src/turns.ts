/** Whose turn it is when: the stretches between hand-offs, counted from the start. */
import { transitions } from '@oncall/language';
import { type Recurrence, recurrence } from './recurrence.ts';
import type { RotationRules } from './rotation-rules.ts';
import type { WallClock } from './wall-clock.ts';

/** Turns in a row: each begins where the one before ends, the i-th at `edges[i]`. */
export interface Turns {
  /** Epoch seconds, one more than turns; the last is `Infinity` where there is no hand-off at all. */
  readonly edges: readonly number[];
  /** How many turns were before the first of these since the start. */
  readonly first: number;
}

/**
 * The turns that meet the time from one instant until before another, whole. What it costs goes
 * with their number, not with the years since the start.
 */
export function turns(rules: RotationRules, clock: WallClock, from: number, to: number): Turns {
  const start = rules.start.value;
  if (start >= to) return { edges: [], first: 0 };
  if (rules.handOffs.times.length === 0) return { edges: [start, Infinity], first: 0 };
  const pattern = recurrence(rules.handOffs, rules.every, clock.wallAt(start));
  const begin = Math.max(from, start);
  const first = passed(rules, pattern, clock, begin) - passed(rules, pattern, clock, start);
  const found = handOffs(pattern, clock, begin, to);
  // Some are past; those before the turn of `begin` and behind the first not before `to` are few.
  let next = 0;
  while ((found[next] as number) <= begin) next += 1;
  let last = found.length - 1;
  while (last > next && (found[last - 1] as number) >= to) last -= 1;
  const edges = found.slice(next - 1, last + 1);
  edges[0] = Math.max(edges[0] as number, start);
  return { edges, first };
}

/** Seconds. No gap is longer: the longest left out one day west of the date line. */
const day = 86_400;

/**
 * Instants of hand-offs, in order, each once: those from before `from` to the first that is not
 * before `to`, and maybe some more.
 */
function handOffs(pattern: Recurrence, clock: WallClock, from: number, to: number): number[] {
  const found: number[] = [];
  let last = Infinity;
  let newest = -Infinity;
  let ordered = true;
  // A gap moves hand-offs later by a day at most, so two rounds back there is one that is past.
  for (let round = pattern.roundAt(clock.wallAt(from)) - 2; ; round += 1) {
    const begin = pattern.startOf(round);
    // Nor does a gap bring one of a later round further back than that.
    if (last < Infinity && clock.instantOf(begin) - day > last) break;
    const offsets = pattern.offsetsOf(round);
    for (let at = 0; at < offsets.length; at += 1) {
      const instant = clock.instantOf(begin + (offsets[at] as number));
      if (instant <= newest) ordered = false;
      newest = instant;
      found.push(instant);
      if (instant >= to && instant < last) last = instant;
    }
  }
  return ordered ? found : [...new Set(found)].sort((a, b) => a - b);
}

/**
 * Counts the hand-offs not later than an instant. Only the difference of two counts means something,
 * and only of instants that are not before `start`.
 */
function passed(rules: RotationRules, pattern: Recurrence, clock: WallClock, instant: number) {
  const zone = rules.zone.value;
  const once = pattern.close ? madeOne(zone, pattern, rules.start.value, instant) : 0;
  // Of wall times before an older change none is still to come.
  const recent = transitions(zone, instant - 2 * day, instant).at(-1);
  if (recent === undefined) return pattern.countThrough(clock.wallAt(instant)) - once;
  const { at, before, after } = recent;
  const edge = at + Math.max(before, after) - 1;
  const old = pattern.countThrough(Math.min(edge, instant + before));
  const since = pattern.countThrough(instant + after) - pattern.countThrough(edge);
  return old + Math.max(0, since) - once;
}

/** How many hand-offs since about the start have fallen on the instant of another, by a gap. */
function madeOne(zone: string, pattern: Recurrence, start: number, instant: number): number {
  let count = 0;
  const since = Math.max(start - 2 * day, beforeZones);
  for (const { at, before, after } of transitions(zone, since, instant)) {
    const gap = after - before;
    const last = pattern.roundAt(at + after);
    for (let round = pattern.roundAt(at + before); gap > 0 && round <= last; round += 1) {
      for (const offset of pattern.offsetsOf(round)) {
        const wall = pattern.startOf(round) + offset;
        const isSkipped = wall >= at + before && wall < at + after;
        if (!isSkipped || wall - before > instant) continue;
        const other = wall + gap;
        if (pattern.countThrough(other) > pattern.countThrough(other - 1)) count += 1;
      }
    }
  }
  return count;
}

/** 1840: no clock that the zone database knows changed earlier. */
const beforeZones = -4_102_444_800;
