/** What a change of rules does to people: shifts gained and lost, and who is replaced at once. */
import { cut, type Interval, subtract, union } from './interval.ts';
import { peopleOnCall, shiftAt } from './on-call.ts';
import type { DutyRules, RotationRules } from './rotation-rules.ts';
import { shifts } from './shifts.ts';

export interface Impact {
  /** Those where a shift changes hands, or who is on call at this moment, in the order of names. */
  readonly rotations: readonly RotationImpact[];
  /** Those whose people on call at this moment change, in the order of names. */
  readonly schedules: readonly Replacement[];
  /** How many shifts are gained or lost. */
  readonly changed: number;
}

export interface RotationImpact {
  readonly rotation: string;
  /** IANA name, of after if the rotation is still there. */
  readonly zone: string;
  /** In order of time, then of name, losses first. */
  readonly changes: readonly ShiftChange[];
  /** `undefined` where the same people stay on call at this moment. */
  readonly now: Replacement | undefined;
}

/** A shift, or what of it changes hands, in epoch seconds, cut to the time looked at. */
export interface ShiftChange extends Interval {
  readonly contact: string;
  readonly kind: 'gained' | 'lost';
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
  const window = { start: now, end: now + days * 86_400 };
  const rotations = namesOf(before.rotations, after.rotations).flatMap((name) => {
    const old = before.rotations.get(name);
    const next = after.rotations.get(name);
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
  return { rotations, schedules, changed };
}

function namesOf(...maps: readonly ReadonlyMap<string, unknown>[]): readonly string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();
}

function replacement(
  name: string,
  before: readonly string[],
  after: readonly string[],
): Replacement | undefined {
  const same = before.length === after.length && before.every((it) => after.includes(it));
  return same ? undefined : { name, before, after };
}

function changesOf(
  before: RotationRules | undefined,
  after: RotationRules | undefined,
  window: Interval,
): readonly ShiftChange[] {
  const old = byContact(before, window);
  const next = byContact(after, window);
  const changes: ShiftChange[] = [];
  for (const contact of namesOf(old, next)) {
    const had = old.get(contact) ?? [];
    const has = next.get(contact) ?? [];
    for (const it of subtract(had, union(has))) changes.push({ ...it, contact, kind: 'lost' });
    for (const it of subtract(has, union(had))) changes.push({ ...it, contact, kind: 'gained' });
  }
  const rank = ({ kind }: ShiftChange) => (kind === 'lost' ? 0 : 1);
  return changes.sort((a, b) => a.start - b.start || rank(a) - rank(b));
}

/** The shifts of each, in order. */
function byContact(
  rotation: RotationRules | undefined,
  window: Interval,
): ReadonlyMap<string, readonly Interval[]> {
  const found = new Map<string, Interval[]>();
  if (rotation === undefined) return found;
  for (const { start, end, contacts } of cut(shifts(rotation, window.start, window.end), window)) {
    for (const contact of contacts) {
      const list = found.get(contact);
      if (list === undefined) found.set(contact, [{ start, end }]);
      else list.push({ start, end });
    }
  }
  return found;
}
