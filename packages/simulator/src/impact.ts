/** What a change of rules does to people: shifts that change hands, and who is replaced at once. */
import { cut, type Interval } from './interval.ts';
import { peopleOnCall, shiftAt } from './on-call.ts';
import { dayLength } from './recurrence.ts';
import type { DutyRules, RotationRules } from './rotation-rules.ts';
import type { Shift } from './shift.ts';
import { shifts } from './shifts.ts';

export interface Impact extends Interval {
  /** Those where a shift changes hands, or who is on call at this moment, in the order of names. */
  readonly rotations: readonly RotationImpact[];
  /** Those whose people on call at this moment change, in the order of names. */
  readonly schedules: readonly Replacement[];
  /** How many shifts change hands, in all rotations. */
  readonly changed: number;
}

export interface RotationImpact {
  readonly rotation: string;
  /** IANA name, of after if the rotation is still there. */
  readonly zone: string;
  /** In order of time. */
  readonly changes: readonly ShiftChange[];
  /** `undefined` where the same people stay on call at this moment. */
  readonly now: Replacement | undefined;
}

/**
 * A shift that changes hands: time of one shift in which others are on call than before, cut to
 * the time looked at. Shifts are taken as they will be, and where nobody will be on call, as they
 * were. So a shift that moves from one person to another is one change, however many lose by it.
 */
export interface ShiftChange extends Interval {
  /** Who is on call before. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Of those before, who is not on call after. */
  readonly lose: readonly string[];
  /** Of those after, who was not on call before. */
  readonly gain: readonly string[];
}

/** Who is on call at this moment, before and after. */
export interface Replacement {
  /** NAME of the rotation or schedule. */
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** From now (epoch seconds) for so many days of 24 hours. Rotations and schedules are known by NAME. */
export function impact(before: DutyRules, after: DutyRules, now: number, days: number): Impact {
  const window = { start: now, end: now + days * dayLength };
  const used = { before: usedBy(before), after: usedBy(after) };
  const rotations = namesOf(before.rotations, after.rotations).flatMap((name) => {
    // One that all schedules leave out, or the first takes in, goes or comes with that.
    const counts = (by: ReadonlySet<string>, other: ReadonlySet<string>) =>
      by.has(name) || !other.has(name);
    const old = counts(used.before, used.after) ? before.rotations.get(name) : undefined;
    const next = counts(used.after, used.before) ? after.rotations.get(name) : undefined;
    if (old === next) return [];
    const zone = (next ?? old)?.zone.value ?? 'UTC';
    const changes = changesOf(old, next, window);
    const onCall = (it: RotationRules | undefined) =>
      it === undefined ? [] : (shiftAt(it, now)?.contacts ?? []);
    const replaced = replacement(name, onCall(old), onCall(next));
    if (changes.length === 0 && replaced === undefined) return [];
    return [{ rotation: name, zone, changes, now: replaced }];
  });
  const schedules = namesOf(before.schedules, after.schedules).flatMap((name) => {
    const onCall = (rules: DutyRules) => {
      const schedule = rules.schedules.get(name);
      return schedule === undefined ? [] : peopleOnCall(rules, schedule, now);
    };
    return replacement(name, onCall(before), onCall(after)) ?? [];
  });
  const changed = rotations.reduce((sum, { changes }) => sum + changes.length, 0);
  return { ...window, rotations, schedules, changed };
}

/** The rotations of all schedules. */
function usedBy({ schedules }: DutyRules): ReadonlySet<string> {
  return new Set(
    [...schedules.values()].flatMap(({ rotations }) => rotations.map((it) => it.name)),
  );
}

function namesOf(...maps: readonly ReadonlyMap<string, unknown>[]): readonly string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();
}

function replacement(
  name: string,
  before: readonly string[],
  after: readonly string[],
): Replacement | undefined {
  return samePeople(before, after) ? undefined : { name, before, after };
}

function samePeople(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((it) => other.includes(it));
}

function changesOf(
  old: RotationRules | undefined,
  next: RotationRules | undefined,
  window: Interval,
): readonly ShiftChange[] {
  const changes: ShiftChange[] = [];
  let last: { readonly shift: Shift | undefined; readonly change: ShiftChange } | undefined;
  for (const { start, end, was, willBe } of stretches(old, next, window)) {
    const before = was?.contacts ?? [];
    const after = willBe?.contacts ?? [];
    if (samePeople(before, after)) continue;
    // Hand-offs that will be no more part nothing; where nobody will be on call they are all.
    const shift = after.length > 0 ? willBe : was;
    const goesOn =
      last?.shift === shift && last?.change.end === start && samePeople(last.change.before, before);
    const change = {
      start: goesOn ? (last?.change.start ?? start) : start,
      end,
      before,
      after,
      lose: before.filter((it) => !after.includes(it)),
      gain: after.filter((it) => !before.includes(it)),
    };
    if (goesOn) changes.pop();
    changes.push(change);
    last = { shift, change };
  }
  return changes;
}

interface Stretch extends Interval {
  readonly was: Shift | undefined;
  readonly willBe: Shift | undefined;
}

/** The window, cut wherever a shift of either begins or ends. */
function stretches(
  old: RotationRules | undefined,
  next: RotationRules | undefined,
  window: Interval,
): readonly Stretch[] {
  const shiftsOf = (it: RotationRules | undefined) =>
    it === undefined ? [] : cut(shifts(it, window.start, window.end), window);
  const all = { was: shiftsOf(old), willBe: shiftsOf(next) };
  const edges = [...all.was, ...all.willBe].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([window.start, ...edges, window.end])].sort((a, b) => a - b);
  const was = walk(all.was);
  const willBe = walk(all.willBe);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] as number;
    return { start, end, was: was(start), willBe: willBe(start) };
  });
}

/** The shift that holds at an instant, for instants asked in order. */
function walk(all: readonly Shift[]): (instant: number) => Shift | undefined {
  let next = 0;
  return (instant) => {
    while (next < all.length && (all[next] as Shift).end <= instant) next += 1;
    const shift = all[next];
    return shift !== undefined && shift.start <= instant ? shift : undefined;
  };
}
