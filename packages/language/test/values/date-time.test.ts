import { assert, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { epochOfLocal, localOfEpoch, parseDateTime } from '../../src/values/date-time.ts';

const local = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second = 0,
) => ({ year, month, day, hour, minute, second });

describe('parseDateTime', () => {
  it.each([
    ['2026-01-05T09:00', local(2026, 1, 5, 9, 0), undefined],
    ['2026-01-05T09:00:30', local(2026, 1, 5, 9, 0, 30), undefined],
    ['2026-12-31T23:59:59Z', local(2026, 12, 31, 23, 59, 59), 0],
    ['2026-01-05T09:00+05:30', local(2026, 1, 5, 9, 0), 19_800],
    ['2026-01-05T09:00:01-05:00', local(2026, 1, 5, 9, 0, 1), -18_000],
    ['2026-01-05T09:00+23:59', local(2026, 1, 5, 9, 0), 86_340],
    ['2026-01-05T09:00-00:00', local(2026, 1, 5, 9, 0), 0],
    ['2024-02-29T00:00', local(2024, 2, 29, 0, 0), undefined],
    ['2000-02-29T00:00', local(2000, 2, 29, 0, 0), undefined],
    ['0000-02-29T00:00', local(0, 2, 29, 0, 0), undefined],
    ['9999-12-31T00:00', local(9999, 12, 31, 0, 0), undefined],
  ])('reads %s', (text, time, offset) => {
    expect(parseDateTime(text)).toStrictEqual({ local: time, offset });
  });

  it.each([
    '',
    '2026-01-05',
    '2026-01-05 09:00',
    '2026-01-05t09:00',
    '2026-1-5T09:00',
    '26-01-05T09:00',
    '12026-01-05T09:00',
    '2026-01-05T9:00',
    '2026-00-05T09:00',
    '2026-13-05T09:00',
    '2026-01-00T09:00',
    '2026-01-32T09:00',
    '2026-04-31T09:00',
    '2026-02-29T09:00',
    '1900-02-29T09:00',
    '2026-02-30T09:00',
    '2026-01-05T24:00',
    '2026-01-05T09:60',
    '2026-01-05T09:00:60',
    '2026-01-05T09:00:3',
    '2026-01-05T09:00z',
    '2026-01-05T09:00+5:30',
    '2026-01-05T09:00+0530',
    '2026-01-05T09:00+24:00',
    '2026-01-05T09:00+05:60',
    '2026-01-05T09:00Z+05:30',
    '2026-01-05T09:00\n',
  ])('refuses %j', (text) => {
    expect(parseDateTime(text)).toBeUndefined();
  });

  it('takes a date where the calendar has it', () => {
    const date = integer({ min: 0, max: 99 });
    assert(
      property(integer({ min: 0, max: 9_999 }), date, date, (year, month, day) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00`;
        let exists = true;
        try {
          Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
        } catch {
          exists = false;
        }
        expect(parseDateTime(text) !== undefined).toBe(exists);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('epochOfLocal', () => {
  it.each([
    ['1970-01-01T00:00', 0],
    ['2026-01-05T09:00', 1_767_603_600],
    ['0099-12-31T23:59:59', -59_011_459_201],
    ['0000-01-01T00:00', -62_167_219_200],
  ])('counts %s', (text, seconds) => {
    const parsed = parseDateTime(text);
    expect(parsed && epochOfLocal(parsed.local)).toBe(seconds);
  });

  it('is undone by localOfEpoch', () => {
    assert(
      property(integer({ min: -62_167_219_200, max: 253_402_300_799 }), (seconds) => {
        const shown = localOfEpoch(seconds);
        expect(epochOfLocal(shown)).toBe(seconds);
        expect(Temporal.PlainDateTime.from({ ...shown }).toString({ smallestUnit: 'second' })).toBe(
          Temporal.Instant.fromEpochMilliseconds(seconds * 1_000)
            .toZonedDateTimeISO('UTC')
            .toPlainDateTime()
            .toString({ smallestUnit: 'second' }),
        );
      }),
    );
  });
});

describe('localOfEpoch', () => {
  it('drops a fraction and stays with the last instant that a Date holds', () => {
    expect(localOfEpoch(0.9)).toEqual(local(1970, 1, 1, 0, 0));
    expect(localOfEpoch(-0.1)).toEqual(local(1969, 12, 31, 23, 59, 59));
    expect(localOfEpoch(1e300)).toEqual(local(275_760, 9, 13, 0, 0));
  });
});
