import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, told } from './told.ts';

function rotation(members: string, items: string, start = '2026-01-05T09:00'): string {
  return `rotation primary <
  zone "America/New_York"
  start ${start}
  members ${members}
  ${items}
>`;
}

const office = 'cover mon..fri 09:00..17:00';

it('each member gets a shift', () => {
  const sevenDays = rotation('@a @b @c @d @e @f @g', `daily 09:00 ${office}`);
  expect(told('starved-member', sevenDays)).toEqual([
    '4: @f: f never has a shift, since cover leaves out each turn of f',
    '4: @g: g never has a shift, since cover leaves out each turn of g',
  ]);
  expectSilenceable('starved-member', sevenDays);
  expect(codesIn(rotation('@a @b @c @d @e', `daily 09:00 ${office}`))).toEqual([]);
});

it('a first turn that is cut short changes nothing', () => {
  const halves = (start: string) =>
    told('starved-member', rotation('@a @b', `daily 09:00 17:00 ${office}`, start));
  expect(halves('2026-01-05T12:00')[0]).toMatch(/^4: @b:/);
  expect(halves('2026-01-05T20:00')[0]).toMatch(/^4: @a:/);
});

it('who waits long does not wait for ever', () => {
  const seldom = rotation('@a @b @c @d', `weekly mon 09:00 every 30 ${office}`);
  expect(codesIn(seldom)).toEqual([]);
  const years = rotation('@a @b @c', `monthly 1 09:00 every 50 cover sun 09:00..17:00`);
  expect(codesIn(years)).toEqual([]);
  const never = rotation('@a @b', `monthly 1 00:00 2 00:00 every 12 cover fri 09:00..17:00`);
  expect(codesIn(never)).toEqual([]);
});

it('several on call at once share turns', () => {
  const pairs = rotation('@a @b @c @d', `on-call 2 daily 09:00 17:00 ${office}`);
  expect(told('starved-member', pairs).map((it) => it.slice(0, 5))).toEqual(['4: @c', '4: @d']);
  expect(codesIn(pairs.replace('@d', ''))).toEqual([]);
});

it('an override does not make up for it, nor take it away', () => {
  const stands = 'override 2026-02-07T09:00..2026-02-07T17:00 < @b >';
  const halves = rotation('@a @b', `daily 09:00 17:00 ${office} ${stands}`);
  expect(codesIn(halves)).toEqual(['starved-member']);
  const instead = 'override 2026-01-05T09:00..2027-12-06T09:00 < >';
  expect(codesIn(rotation('@a @b', `daily 09:00 ${office} ${instead}`))).toEqual([]);
});

it('of a member who stands twice only that is told', () => {
  expect(codesIn(rotation('@a @b @c @b', `daily 09:00 17:00 ${office}`))).toEqual([
    'duplicate-member',
  ]);
});
