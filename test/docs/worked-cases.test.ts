/** The worked cases of the page on time are what the simulator finds: it is read row by row. */
import {
  analyze,
  createSourceFile,
  instantOf,
  parseDateTime,
  type Rotation,
} from '@oncall/language';
import { type Shift, shifts } from '@oncall/simulator';
import { describe, expect, it } from 'vitest';
import { blocks, page } from './markdown.ts';

const [, text = ''] = page('docs/time.md').text.split('\n## Worked cases\n');
const cases = text
  .split(/\n## /)[0]
  ?.split('\n### ')
  .slice(1)
  .map((section) => ({
    title: section.split('\n')[0] ?? '',
    items: blocks(section)[0]?.text,
    rows: rowsOf(section),
  }));
const ofShifts = (cases ?? []).filter(({ items }) => items !== undefined);
const ofNights = (cases ?? []).filter(({ items }) => items === undefined);

it('there are some of each kind', () => {
  expect(ofShifts.length).toBeGreaterThanOrEqual(8);
  expect(ofNights.map(({ rows }) => rows.length)).toEqual([10]);
});

describe.each(ofShifts)('$title', ({ items = '', rows }) => {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => /^on call$|^`/.test(name));

  it.each(columns)('%s', (column) => {
    const members = /^`(.*)`$/.exec(column)?.[1];
    const rotation = rotationOf(
      members === undefined ? items : items.replace(/^members .*$/m, members),
    );
    const shown = rows.map((row) => [row['from'], row['to'], row[column]]);
    const first = instantIn(rotation, rows[0]?.['from']);
    const last = instantIn(rotation, rows.at(-1)?.['to']);
    expect(stretches(shifts(rotation, first, last), first, last)).toEqual(
      shown.map(([from, to, who]) => [
        instantIn(rotation, from),
        instantIn(rotation, to),
        who === 'nobody' ? '' : who,
      ]),
    );
  });
});

const nights = ofNights.flatMap(({ rows }) => rows);
describe.each(
  nights.map((row) => ({ row, title: `${row['zone']}, ${row['hand-off']}, ${row['to']}` })),
)('$title', ({ row }) => {
  const local = localOf(row['from']);
  const rotation = rotationOf(`
    zone "${row['zone']}"
    start ${local}
    members @alice @bob
    ${row['hand-off']?.replaceAll('`', '')}`);
  const [from, middle, to] = [row['from'], row['to'], row['and to']].map((it) =>
    instantIn(rotation, it),
  ) as [number, number, number];

  it('has these shifts', () => {
    expect(stretches(shifts(rotation, from, to), from, to)).toEqual([
      [from, middle, 'alice'],
      [middle, to, 'bob'],
    ]);
  });

  it('of these lengths', () => {
    const lengths = [middle - from, to - middle].map((seconds) => {
      const minutes = (seconds / 60) % 60;
      return `${Math.floor(seconds / 3_600)}h${minutes === 0 ? '' : `${minutes}m`}`;
    });
    expect(lengths.join(', ')).toBe(row['lengths']);
  });
});

/** Who is on call from when until when, times with nobody included. */
function stretches(found: readonly Shift[], from: number, to: number) {
  const all: [number, number, string][] = [];
  let end = from;
  for (const shift of found) {
    if (shift.start > end) all.push([end, shift.start, '']);
    end = Math.min(shift.end, to);
    all.push([Math.max(shift.start, from), end, shift.contacts.join(', ')]);
  }
  if (end < to) all.push([end, to, '']);
  return all;
}

function rotationOf(items: string): Rotation {
  const people = new Set([...items.matchAll(/@([a-z]+)/g)].map(([, name]) => name));
  const contacts = [...people].map(
    (name) =>
      `extern contact ${name} "arn:aws:ssm-contacts:us-east-2:111122223333:contact/${name}"`,
  );
  const file = createSourceFile(
    'main.oncall',
    `rotation r <\n${items}\n>\n${contacts.join('\n')}\n`,
  );
  const { diagnostics, model } = analyze([file]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message)).toEqual([]);
  return model.rotations.get('r') as Rotation;
}

/** `2026-01-05T09:00` of `Mon 2026-01-05 09:00`, whose day of the week must be right. */
function localOf(shown = ''): string {
  const [day, date, time] = shown.split(' ');
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  expect(`${days[new Date(`${date}T00:00Z`).getUTCDay()]} ${date}`).toBe(`${day} ${date}`);
  return `${date}T${time}`;
}

function instantIn({ zone }: Rotation, shown: string | undefined): number {
  const parsed = parseDateTime(localOf(shown));
  if (parsed === undefined) throw new Error(`${shown} is no time`);
  return instantOf(zone.value, parsed.local).epochSeconds;
}

/** The rows of a section's table, each cell by its column's title. */
function rowsOf(section: string): readonly Record<string, string>[] {
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows.map((row) => Object.fromEntries(head.map((title, at) => [title, row[at] ?? ''])));
}
