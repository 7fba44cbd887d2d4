/**
 * The shifts of a rotation. AWS says the rules in words only, so these are estimates. Rules:
 * "Rotation shifts" of the language.
 */
import { groupsOf, namesOf } from './groups.ts';
import { type Interval, subtract } from './interval.ts';
import type { OverrideRules, RotationRules } from './rotation-rules.ts';
import type { Shift } from './shift.ts';
import { type Turns, turns } from './turns.ts';
import { wallClock } from './wall-clock.ts';
import { coveredTimes } from './windows.ts';

/**
 * The shifts that meet the time from one instant until before another (epoch seconds), whole, in
 * order. Times when nobody is on call have none, but where an override says so.
 */
export function shifts(rotation: RotationRules, from: number, to: number): readonly Shift[] {
  const first = Math.max(from, -latest);
  const last = Math.min(to, latest);
  if (!(first < last)) return [];
  const clock = wallClock(rotation.zone.value);
  const overrides = apart(rotation.overrides);
  const met = overrides.filter((it) => it.end > first && it.start < last);
  // Hand-offs cut an override also beyond the window, so turns are needed as far.
  const reach = {
    start: Math.min(first, met[0]?.start ?? first),
    end: Math.max(last, met.at(-1)?.end ?? last),
  };
  const found = turns(rotation, clock, reach.start, reach.end);
  const covered = coveredTimes(rotation.coverage, clock, reach.start, reach.end);
  const groups = groupsOf(rotation);
  const all = { start: found.edges[0] ?? first, end: found.edges.at(-1) ?? last };
  const free = subtract(covered ?? [all], overrides);
  const regular = regularShifts(found, groups, free);
  if (overrides.length === 0) return regular;
  const overridden = met.flatMap((it) => overriddenShifts(it, found, groups, covered));
  return [...regular, ...overridden]
    .filter((it) => it.end > first && it.start < last)
    .sort((a, b) => a.start - b.start);
}

/** Seconds; the calendar of this platform goes little further. */
const latest = 8_600_000_000_000;

interface PlacedOverride extends Interval {
  readonly contacts: readonly string[];
}

/** In order of time. Of two that overlap, which is an error elsewhere, the earlier goes on. */
function apart(overrides: readonly OverrideRules[]): readonly PlacedOverride[] {
  const found: PlacedOverride[] = [];
  for (const { start, end, members } of overrides.toSorted(
    (a, b) => a.start.value - b.start.value,
  )) {
    const free = Math.max(start.value, found.at(-1)?.end ?? start.value);
    if (free < end.value) found.push({ start: free, end: end.value, contacts: namesOf(members) });
  }
  return found;
}

type Groups = readonly (readonly string[])[];

const nobody: readonly string[] = [];

/** Each turn where it is covered and nothing overrides it. */
function regularShifts(
  { edges, first }: Turns,
  groups: Groups,
  free: readonly Interval[],
): Shift[] {
  const found: Shift[] = [];
  let next = 0;
  for (let turn = 0; turn + 1 < edges.length; turn += 1) {
    const contacts = groups[(first + turn) % groups.length] ?? nobody;
    if (contacts.length === 0) continue;
    const start = edges[turn] as number;
    const end = edges[turn + 1] as number;
    while (next < free.length && (free[next] as Interval).end <= start) next += 1;
    for (let at = next; at < free.length; at += 1) {
      const part = free[at] as Interval;
      if (part.start >= end) break;
      found.push({
        start: Math.max(part.start, start),
        end: Math.min(part.end, end),
        contacts,
        type: 'regular',
        replaced: nobody,
      });
    }
  }
  return found;
}

/**
 * An override's shifts: it ends one at each hand-off, as every shift ends there, but at no edge of
 * a window, since `cover` has no say in it.
 */
function overriddenShifts(
  { start, end, contacts }: PlacedOverride,
  { edges, first }: Turns,
  groups: Groups,
  covered: readonly Interval[] | undefined,
): Shift[] {
  const windows = covered?.filter((it) => it.start < end && it.end > start);
  // The first edge is the start itself where no turn was before; then it is no hand-off.
  const isHandOff = (index: number) => first + index > 0;
  const handOffs = edges.filter((it, index) => isHandOff(index) && it > start && it < end);
  let turn = 0;
  let window = 0;
  return [start, ...handOffs].map((from, at) => {
    const to = handOffs[at] ?? end;
    while ((edges[turn + 1] ?? Infinity) <= from) turn += 1;
    while (windows !== undefined && (windows[window]?.end ?? Infinity) <= from) window += 1;
    const isTurn = (edges[turn] ?? Infinity) < to;
    const isCovered = windows === undefined || (windows[window]?.start ?? Infinity) < to;
    const group = isTurn && isCovered ? groups[(first + turn) % groups.length] : undefined;
    return { start: from, end: to, contacts, type: 'overridden', replaced: group ?? nobody };
  });
}
