/**
 * The shifts of a rotation. AWS says the rules in words only, so these are estimates. Rules:
 * "Rotation shifts" of the language.
 */
import { groupsOf, namesOf } from './groups.ts';
import { type Interval, subtract } from './interval.ts';
import type { OverrideRules, RotationRules } from './rotation-rules.ts';
import type { Shift } from './shift.ts';
import { type Turn, turns } from './turns.ts';
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
  const regular = regularShifts(found, groups, covered, overrides);
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

function groupOf(turn: Turn, groups: Groups): readonly string[] {
  return groups[turn.number % groups.length] ?? nobody;
}

const nobody: readonly string[] = [];

function regularShifts(
  found: readonly Turn[],
  groups: Groups,
  covered: readonly Interval[] | undefined,
  overrides: readonly Interval[],
): Shift[] {
  const regular: Shift[] = [];
  let next = 0;
  const push = (turn: Turn, start: number, end: number): void => {
    const contacts = groupOf(turn, groups);
    if (contacts.length === 0) return;
    regular.push({ start, end, contacts, type: 'regular', replaced: nobody });
  };
  const around = (turn: Turn, start: number, end: number): void => {
    if (overrides.length === 0) push(turn, start, end);
    else for (const it of subtract([{ start, end }], overrides)) push(turn, it.start, it.end);
  };
  for (const turn of found) {
    if (covered === undefined) {
      around(turn, turn.start, turn.end);
      continue;
    }
    while (next < covered.length && (covered[next] as Interval).end <= turn.start) next += 1;
    for (let at = next; at < covered.length; at += 1) {
      const { start, end } = covered[at] as Interval;
      if (start >= turn.end) break;
      around(turn, Math.max(start, turn.start), Math.min(end, turn.end));
    }
  }
  return regular;
}

/**
 * An override's shifts: it ends one at each hand-off, as every shift ends there, but at no edge of
 * a window, since `cover` has no say in it.
 */
function overriddenShifts(
  { start, end, contacts }: PlacedOverride,
  found: readonly Turn[],
  groups: Groups,
  covered: readonly Interval[] | undefined,
): Shift[] {
  const during = (it: Interval) => it.start < end && it.end > start;
  const turnsMet = found.filter(during);
  const windows = covered?.filter(during);
  const handOffs = turnsMet.flatMap((turn) => {
    return turn.number > 0 && turn.start > start ? [turn.start] : [];
  });
  return [start, ...handOffs].map((from, at) => {
    const to = handOffs[at] ?? end;
    const turn = turnsMet.find((it) => it.start < to && it.end > from);
    const isCovered = windows?.some((it) => it.start < to && it.end > from) ?? true;
    const replaced = turn !== undefined && isCovered ? groupOf(turn, groups) : nobody;
    return { start: from, end: to, contacts, type: 'overridden', replaced };
  });
}
