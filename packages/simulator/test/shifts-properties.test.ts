import type { Rotation } from '@oncall/language';
import { assert, constant, constantFrom, integer, oneof, property, tuple } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { cut } from '../src/interval.ts';
import { shifts } from '../src/shifts.ts';
import { oracleByMinutes, oracleShifts } from './oracle.ts';
import { at, rotationOf } from './projects.ts';
import { rotationItems, zones } from './random-rotation.ts';

const day = 86_400;

function cutShifts(rotation: Rotation, from: number, to: number) {
  return cut(shifts(rotation, from, to), { start: from, end: to }).map(
    ({ start, end, contacts, type }) => ({ start, end, contacts, type }),
  );
}

describe('random rotations', () => {
  it('have the shifts that a slow reading of the rules finds', () => {
    assert(
      property(rotationItems(), integer({ min: -30, max: 500 }), (items, days) => {
        const rotation = rotationOf(items);
        const from = rotation.start.value + days * day;
        const to = from + 60 * day;
        expect(cutShifts(rotation, from, to)).toEqual(oracleShifts(rotation, from, to));
      }),
      { numRuns: 150 },
    );
  });

  it('have them minute by minute', () => {
    assert(
      property(rotationItems(), integer({ min: -1_000, max: 200_000 }), (items, minutes) => {
        const rotation = rotationOf(items);
        const from = rotation.start.value + minutes * 60;
        const to = from + 2 * day;
        expect(cutShifts(rotation, from, to)).toEqual(oracleByMinutes(rotation, from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('have them where a day is left out or a time stands twice in a round', () => {
    const start = integer({ min: 0, max: 8_000 }).map((minutes) =>
      Temporal.PlainDateTime.from('2011-12-25').add({ minutes }),
    );
    const zone = constantFrom('Pacific/Apia', 'Pacific/Fakaofo');
    assert(
      property(rotationItems(start, zone), integer({ min: 0, max: 12 }), (items, days) => {
        const rotation = rotationOf(items);
        const from = rotation.start.value + days * day;
        const to = from + 20 * day;
        expect(cutShifts(rotation, from, to)).toEqual(oracleShifts(rotation, from, to));
      }),
      { numRuns: 150 },
    );
  });

  it('have them in any year, where offsets had seconds once and where dates are far', () => {
    // Amsterdam had +00:19:32 until 1937, Monrovia -00:44:30 until 1972.
    const zone = constantFrom(
      ...zones,
      'Europe/Amsterdam',
      'Africa/Monrovia',
      'America/Recife',
      'Asia/Gaza',
    );
    const year = oneof(
      integer({ min: 1905, max: 1972 }),
      integer({ min: 1973, max: 2036 }),
      integer({ min: 2036, max: 2039 }),
      integer({ min: 2040, max: 2400 }),
    );
    const start = tuple(year, integer({ min: 0, max: 366 * 24 * 60 })).map(([year, minutes]) =>
      Temporal.PlainDateTime.from({ year, month: 1, day: 1 }).add({ minutes }),
    );
    assert(
      property(rotationItems(start, zone), integer({ min: -10, max: 300 }), (items, days) => {
        const rotation = rotationOf(items);
        const from = rotation.start.value + days * day;
        const to = from + 40 * day;
        expect(cutShifts(rotation, from, to)).toEqual(oracleShifts(rotation, from, to));
      }),
      { numRuns: 100 },
    );
  });

  it('have whole shifts, whatever window is asked for', () => {
    assert(
      property(
        rotationItems(),
        integer({ min: -10, max: 400 }),
        integer({ min: 1, max: 40_000 }),
        (items, days, minutes) => {
          const rotation = rotationOf(items);
          const from = rotation.start.value + days * day;
          const to = from + minutes * 60;
          const all = shifts(rotation, rotation.start.value - 400 * day, to + 600 * day);
          const meeting = all.filter((it) => it.end > from && it.start < to);
          expect(shifts(rotation, from, to)).toEqual(meeting);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('have them from their first second to their last, about clock changes', () => {
    const start = integer({ min: 0, max: 20_000 }).map((minutes) =>
      Temporal.PlainDateTime.from('2026-03-01').add({ minutes }),
    );
    assert(
      property(rotationItems(start, constantFrom('America/New_York', 'Asia/Beirut')), (items) => {
        const rotation = rotationOf(items);
        for (const shift of shifts(
          rotation,
          rotation.start.value,
          rotation.start.value + 40 * day,
        )) {
          expect(shifts(rotation, shift.start, shift.start + 1)).toEqual([shift]);
          expect(shifts(rotation, shift.end - 1, shift.end)).toEqual([shift]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('have no more people on call at once than they say, overrides aside, and no overlap', () => {
    assert(
      property(rotationItems(), (items) => {
        const rotation = rotationOf(items);
        const from = rotation.start.value - 30 * day;
        const found = shifts(rotation, from, from + 200 * day);
        for (const [index, shift] of found.entries()) {
          expect(shift.start).toBeLessThan(shift.end);
          if (index > 0)
            expect(shift.start).toBeGreaterThanOrEqual(found[index - 1]?.end as number);
          if (shift.type === 'regular') expect(shift.contacts).toHaveLength(rotation.onCall);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('count turns over centuries as over days', () => {
    const start = constant(Temporal.PlainDateTime.from('1900-01-01T00:00'));
    assert(
      property(rotationItems(start, constantFrom('America/New_York', 'Europe/London')), (items) => {
        const rotation = rotationOf(items);
        const from = at('1960-05-01T00:00Z');
        const to = from + 30 * day;
        expect(cutShifts(rotation, from, to)).toEqual(oracleShifts(rotation, from, to));
      }),
      { numRuns: 4 },
    );
  });
});
