import { expect, it } from 'vitest';
import { at } from '../projects.ts';
import { codesIn, expectSilenceable, told } from './told.ts';

function rotation(handOffs: string, zone = 'America/New_York', more = ''): string {
  return `rotation primary <
  zone "${zone}"
  start 2026-01-05T09:00
  members @a @b
  ${handOffs} ${more}
>`;
}

it('clocks show each hand-off once', () => {
  expect(told('hand-off-at-clock-change', rotation('daily 02:30'))).toEqual([
    '5: daily 02:30: Clocks in America/New_York skip 02:30 on Sun 2026-03-08, so this hand-off comes at 03:30 then',
  ]);
  expect(told('hand-off-at-clock-change', rotation('weekly sun 01:00 mon 02:30'))).toEqual([
    '5: weekly sun 01:00 mon 02:30: Clocks in America/New_York show 01:00 twice on Sun 2026-11-01, so this hand-off comes at the first then',
  ]);
  expectSilenceable('hand-off-at-clock-change', rotation('daily 02:30'));
});

it('a change of half an hour or at midnight counts likewise', () => {
  const island = told('hand-off-at-clock-change', rotation('daily 02:15', 'Australia/Lord_Howe'));
  expect(island[0]).toContain('skip 02:15 on Sun 2026-10-04, so this hand-off comes at 02:45 then');
  const midnight = told('hand-off-at-clock-change', rotation('daily 00:00', 'America/Santiago'));
  expect(midnight[0]).toContain('skip 00:00 on Sun 2026-09-06, so this hand-off comes at 01:00');
});

it.each([['weekly mon 02:30'], ['daily 03:00 00:59'], ['weekly sat 01:30'], ['monthly 9 02:30']])(
  '%s is at no change',
  (handOffs) => {
    expect(codesIn(rotation(handOffs, 'America/New_York', 'cover mon..sun 00:00..00:00'))).toEqual(
      handOffs.startsWith('monthly') ? ['long-shift'] : [],
    );
  },
);

it('a zone without changes has none', () => {
  expect(codesIn(rotation('daily 02:30', 'America/Phoenix'))).toEqual([]);
});

it('weeks in which it does not hand off do not count', () => {
  // The week of March 8 begins on March 2, eight weeks after that of the start.
  const every = (count: number) =>
    codesIn(rotation('weekly sun 02:30', undefined, `every ${count}`));
  expect(every(8)).toContain('hand-off-at-clock-change');
  expect(every(9)).not.toContain('hand-off-at-clock-change');
});

it('nothing is wrong where nobody is on call about that time', () => {
  const office = rotation('daily 02:30', 'America/New_York', 'cover mon..sun 09:00..17:00');
  expect(codesIn(office)).toEqual([]);
  const night = rotation('daily 02:30', 'America/New_York', 'cover mon..sun 22:00..06:00');
  expect(codesIn(night)).toEqual(['hand-off-at-clock-change']);
});

it('changes before the start, or more than a year ahead, do not count', () => {
  const late = rotation('monthly 8 02:30').replace('2026-01-05', '2026-03-10');
  expect(codesIn(late)).not.toContain('hand-off-at-clock-change');
  // In 2032 clocks go back on November 7, and in 2033 they go forward on March 13.
  const seldom = rotation('monthly 13 02:30');
  expect(codesIn(seldom, at('2026-04-01T00:00Z'))).not.toContain('hand-off-at-clock-change');
  expect(codesIn(seldom, at('2033-01-01T00:00Z'))).toContain('hand-off-at-clock-change');
});
