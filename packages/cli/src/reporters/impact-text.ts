import type { Replacement, RotationImpact, ShiftChange } from '@oncall/simulator';
import type { PeopleImpact } from '../deployment/people-impact.ts';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';
import { clockText, lengthText } from '../time/clock-text.ts';

/** Who gains and loses which shifts, for people: by rotation, then by person; first who is replaced at once. */
export function impactText(impact: PeopleImpact, paint: Paint): string {
  const { rotations, schedules, changed, days, hasRotations } = impact;
  if (!hasRotations) return '';
  const span = `in the next ${counted(days, 'day')}`;
  if (rotations.length === 0 && schedules.length === 0) {
    return `Impact on people, an estimate: no shift changes hands ${span}.\n`;
  }
  const verb = changed === 1 ? 'changes' : 'change';
  const lines = [
    paint.strong(
      `Impact on people, an estimate: ${counted(changed, 'shift')} ${verb} hands ${span}.`,
    ),
    ...nowLines(impact, paint),
  ];
  for (const rotation of rotations) {
    if (rotation.changes.length > 0) lines.push('', ...rotationLines(rotation, impact, paint));
  }
  return `${lines.join('\n')}\n`;
}

/** A line for each change of who is on call at this moment, with all that it happens in. */
function nowLines({ rotations, schedules }: PeopleImpact, paint: Paint): readonly string[] {
  const places = new Map<string, { readonly of: Replacement; readonly names: string[] }>();
  const note = (kind: string, of: Replacement) => {
    const key = JSON.stringify([of.before, of.after]);
    const known = places.get(key) ?? { of, names: [] };
    places.set(key, known);
    known.names.push(`${kind} ${visible(of.name)}`);
  };
  for (const { now } of rotations) if (now !== undefined) note('rotation', now);
  for (const schedule of schedules) note('schedule', schedule);
  return [...places.values()].map(({ of: { before, after }, names }) => {
    const where = `(${names.join(', ')})`;
    if (before.length === 0) return `  From now on call: ${people(after)} ${where}`;
    const next = after.length === 0 ? 'NOBODY' : people(after);
    return paint.error(
      `! WARNING: on call at this moment will be ${next} instead of ${people(before)} ${where}`,
    );
  });
}

/** What a person loses to the same others, or gains from them. */
interface Group {
  readonly person: string;
  readonly kind: 'loses' | 'gains';
  readonly others: string;
  readonly changes: ShiftChange[];
}

function rotationLines(
  { rotation, zone, changes }: RotationImpact,
  window: PeopleImpact,
  paint: Paint,
): readonly string[] {
  const groups = groupsOf(changes);
  const width = Math.max(...groups.map(({ others }) => others.length));
  const lines = [paint.strong(`rotation ${visible(rotation)}, ${visible(zone)}`)];
  for (const person of [...new Set(groups.map((it) => it.person))].sort()) {
    const own = (['loses', 'gains'] as const).flatMap((kind) =>
      groups.filter((it) => it.person === person && it.kind === kind),
    );
    lines.push(`  ${visible(person)} ${summary(own)}`);
    const isFolded = own.reduce((sum, it) => sum + it.changes.length, 0) > mostRows;
    for (const group of own) {
      const others = group.others.padEnd(width);
      const shown = group.others === toNobody ? paint.error(others) : others;
      const rows = isFolded ? [folded(group, zone, window)] : rowsOf(group, zone, window);
      for (const row of rows) lines.push(`    ${shown}  ${row}`);
    }
  }
  return lines;
}

/** Of a person with more shifts, those with the same others are told in one line. */
const mostRows = 4;

const toNobody = 'to NOBODY';

function groupsOf(changes: readonly ShiftChange[]): readonly Group[] {
  const groups = new Map<string, Group>();
  const add = (person: string, kind: Group['kind'], others: string, change: ShiftChange) => {
    const key = `${kind} ${person} ${others}`;
    const known = groups.get(key) ?? { person, kind, others, changes: [] };
    groups.set(key, known);
    known.changes.push(change);
  };
  for (const change of changes) {
    const { before, after, lose, gain } = change;
    const stay = after.filter((it) => before.includes(it));
    const to =
      gain.length > 0
        ? `to ${people(gain)}`
        : stay.length > 0
          ? `left to ${people(stay)}`
          : toNobody;
    const from =
      lose.length > 0
        ? `from ${people(lose)}`
        : stay.length > 0
          ? `beside ${people(stay)}`
          : 'from nobody';
    for (const person of lose) add(person, 'loses', to, change);
    for (const person of gain) add(person, 'gains', from, change);
  }
  return [...groups.values()];
}

/** `loses 2 shifts, gains 1`. */
function summary(groups: readonly Group[]): string {
  const [first, ...more] = (['loses', 'gains'] as const).flatMap((kind) => {
    const own = groups.filter((it) => it.kind === kind);
    const count = own.reduce((sum, it) => sum + it.changes.length, 0);
    return count === 0 ? [] : [{ kind, count }];
  });
  if (first === undefined) return '';
  const others = more.map(({ kind, count }) => `, ${kind} ${count}`);
  return `${first.kind} ${counted(first.count, 'shift')}${others.join('')}`;
}

function rowsOf({ changes }: Group, zone: string, window: PeopleImpact): readonly string[] {
  return changes.map(({ start, end }) => {
    const goesOn = end === window.end;
    const from = start === window.start ? 'now' : clockText(zone, start);
    const to = goesOn ? 'and on' : clockText(zone, end);
    const length = goesOn ? '' : lengthText(end - start);
    return `${from.padEnd(20)}  ${to.padEnd(20)}  ${length}`.trimEnd();
  });
}

/** `12 shifts, 1w4d: now, Tue 2026-11-24, … Tue 2026-12-22`. */
function folded({ changes }: Group, zone: string, window: PeopleImpact): string {
  const days = changes.map(({ start }) =>
    start === window.start ? 'now' : clockText(zone, start).slice(0, 'Mon 2026-01-05'.length),
  );
  const [first, second, third, ...rest] = days;
  const told = rest.length === 0 ? days : [first, second, third, `… ${rest.at(-1)}`];
  const length = changes.reduce((sum, { start, end }) => sum + end - start, 0);
  return `${counted(changes.length, 'shift')}, ${lengthText(length)}: ${told.join(', ')}`;
}

function people(names: readonly string[]): string {
  return names.map(visible).join(' and ');
}
