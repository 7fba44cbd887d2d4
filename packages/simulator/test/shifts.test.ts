/** The worked cases: each by hand, and held against the slow reading as well. */
import { describe, expect, it } from 'vitest';
import { cut } from '../src/interval.ts';
import { shifts } from '../src/shifts.ts';
import { oracleShifts } from './oracle.ts';
import { at, rotationOf, shown } from './projects.ts';
import { calendarCases, clockChangeCases } from './worked-cases.ts';

describe.each([...calendarCases, ...clockChangeCases])(
  '$title',
  ({ items, from, to, shifts: expected }) => {
    const rotation = rotationOf(items);
    const zone = rotation.zone.value;
    const start = at(from, zone);
    const end = at(to, zone);

    it('by hand', () => {
      const found = cut(shifts(rotation, start, end), { start, end });
      const lines = found.map((shift, index) => {
        const next = found[index + 1]?.start;
        const line = [
          shown(zone, shift.start),
          shift.contacts.join(' ') || 'NOBODY',
          ...(shift.type === 'overridden' ? [`(for ${shift.replaced.join(' ') || 'nobody'})`] : []),
        ].join('  ');
        return next === shift.end ? line : `${line}\n${shown(zone, shift.end)}  -`;
      });
      const picture = expected
        .trim()
        .split('\n')
        .map((line) => line.trim());
      expect(lines.join('\n').split('\n')).toEqual(picture);
    });

    it('by the slow reading', () => {
      const found = cut(shifts(rotation, start, end), { start, end });
      expect(found.map(({ replaced: _, ...shift }) => shift)).toEqual(
        oracleShifts(rotation, start, end),
      );
    });
  },
);

describe('a rotation that errors made odd', () => {
  const rotation = rotationOf('zone "UTC" start 2026-01-05T09:00 members @a @b monthly 31 09:00');
  const from = at('2026-01-01T00:00Z');
  const to = at('2027-01-01T00:00Z');

  it.each([
    ['no members', { members: [] }, 0],
    ['nobody on call', { onCall: 0 }, 0],
    ['more on call than members', { onCall: 40 }, 13],
    ['no hand-offs', { handOffs: { kind: 'daily', times: [] } }, 1],
    ['every 0', { every: 0 }, 13],
    ['every 10^15', { every: 1e15 }, 2],
    [
      'day 0',
      { handOffs: { kind: 'monthly', times: [{ day: 0, time: { hour: 9, minute: 0 } }] } },
      12,
    ],
    [
      'an override that ends before it starts',
      {
        overrides: [{ start: { value: to }, end: { value: from }, members: [] }],
      },
      13,
    ],
  ] as const)('has shifts all the same: %s', (_, odd, count) => {
    expect(shifts({ ...rotation, ...odd }, from, to)).toHaveLength(count);
  });

  it('has none outside the calendar', () => {
    expect(shifts(rotation, 1e15, 2e15)).toEqual([]);
    expect(shifts(rotation, Number.NaN, to)).toEqual([]);
  });

  it('lets the earlier of two overlapping overrides go on', () => {
    const override = (start: string, end: string, name: string) => ({
      start: { value: at(start) },
      end: { value: at(end) },
      members: [{ name }],
    });
    const overrides = [
      override('2026-02-02T00:00Z', '2026-02-04T00:00Z', 'y'),
      override('2026-02-01T00:00Z', '2026-02-03T00:00Z', 'x'),
    ];
    const found = shifts({ ...rotation, overrides }, from, to).filter(
      (it) => it.type === 'overridden',
    );
    expect(found.map(({ contacts, end }) => [...contacts, end])).toEqual([
      ['x', at('2026-02-03T00:00Z')],
      ['y', at('2026-02-04T00:00Z')],
    ]);
  });
});
