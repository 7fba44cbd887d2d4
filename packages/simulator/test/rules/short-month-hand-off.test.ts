import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, told } from './told.ts';

function monthly(days: string, start = '2026-01-05', every = 1): string {
  return `rotation primary <
  zone "UTC"
  start ${start}T09:00
  members @a @b
  every ${every}
  monthly ${days}
  cover mon..fri 09:00..17:00
>`;
}

it('a hand-off is on a day that each month has', () => {
  expect(told('short-month-hand-off', monthly('31 09:00'))).toEqual([
    '6: monthly 31 09:00: Some months have no day 31, and hand off on their last day',
  ]);
  expect(told('short-month-hand-off', monthly('31 09:00 1 09:00 29 09:00'))[0]).toContain(
    'no day 29 or 31,',
  );
  expectSilenceable('short-month-hand-off', monthly('30 12:00'));
  expect(codesIn(monthly('1 09:00 28 09:00'))).toEqual([]);
});

it('only the months in which it comes count', () => {
  expect(codesIn(monthly('31 09:00', '2026-01-05', 12))).toEqual([]);
  expect(codesIn(monthly('30 09:00', '2026-01-05', 2))).toEqual([]);
  expect(codesIn(monthly('31 09:00', '2026-01-05', 2))).toEqual(['short-month-hand-off']);
  expect(codesIn(monthly('30 09:00', '2026-02-05', 2))).toEqual(['short-month-hand-off']);
});
