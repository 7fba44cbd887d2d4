import { expect, it } from 'vitest';
import { at } from '../projects.ts';
import { codesIn, expectSilenceable, told } from './told.ts';

const ended = `rotation primary <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @a @b
  weekly mon 09:00
  override 2026-01-07T09:00..2026-01-07T17:00 < @a >
  override 2026-02-07T09:00..2026-02-07T17:00 < @b >
>`;

it('an override whose end has passed is to be removed', () => {
  expect(told('past-override', ended)).toEqual([
    '6: override 2026-01-07T09:00..2026-01-07T17:00 < @a >: This override ended Wed 2026-01-07 17:00 (America/New_York) and changes nothing any more',
  ]);
  expectSilenceable('past-override', ended);
});

it('its end is the first instant at which it has passed', () => {
  const end = at('2026-01-07T17:00-05:00');
  expect(codesIn(ended, end - 1)).toEqual([]);
  expect(codesIn(ended, end)).toEqual(['past-override']);
});

it('that someone else stands in is told apart', () => {
  const text = ended.replace('T17:00 < @a >', 'T17:00 < @x >');
  expect(codesIn(text)).toEqual(['past-override', 'override-by-outsider']);
});

it('one that is wrong otherwise is only told to be that', () => {
  const reversed = ended.replace('2026-01-07T17:00', '2026-01-07T08:00');
  expect(codesIn(reversed)).toEqual(['reversed-range']);
});
