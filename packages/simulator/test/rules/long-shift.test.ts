import { expect, it } from 'vitest';
import { at } from '../projects.ts';
import { codesIn, expectSilenceable, told } from './told.ts';

function rotation(handOffs: string, more = ''): string {
  return `rotation primary <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @a @b
  ${handOffs}
  ${more}
>`;
}

it('a shift lasts seven days at most', () => {
  expect(told('long-shift', rotation('weekly mon 09:00', 'every 2'))).toEqual([
    '5: weekly mon 09:00: This makes a shift of 2w, which is more than 7 days',
  ]);
  expect(told('long-shift', rotation('monthly 1 09:00'))[0]).toContain('a shift of 4w3d,');
  expect(told('long-shift', rotation('daily 09:00', 'every 8'))[0]).toContain('a shift of 1w1d,');
  expectSilenceable('long-shift', rotation('weekly mon 09:00', 'every 2'));
});

it('an hour of a clock change is none of it', () => {
  expect(codesIn(rotation('weekly mon 09:00'))).toEqual([]);
  expect(codesIn(rotation('daily 09:00', 'every 7'))).toEqual([]);
  expect(codesIn(rotation('monthly 1 09:00 8 09:00 15 09:00 22 09:00 28 09:00'))).toEqual([]);
});

it('windows make short shifts of long turns', () => {
  expect(codesIn(rotation('monthly 1 09:00', 'cover mon..fri 09:00..17:00'))).toEqual([]);
  const whole = rotation('monthly 1 09:00', 'cover mon..sun 00:00..00:00');
  expect(codesIn(whole)).toEqual(['long-shift']);
});

it('an override that hand-offs do not split is one too', () => {
  const windows = 'cover mon..fri 09:00..17:00';
  const long = `${windows}\n  override 2026-02-03T09:00..2026-02-12T09:00 < @a >`;
  expect(told('long-shift', rotation('monthly 1 09:00', long))).toEqual([
    '7: override 2026-02-03T09:00..2026-02-12T09:00 < @a >: This makes a shift of 1w2d, which is more than 7 days',
  ]);
  expect(codesIn(rotation('weekly mon 09:00', long))).toEqual([]);
  expect(codesIn(rotation('monthly 1 09:00', long.replace('@a', '')))).toEqual([]);
  const over = at('2026-03-01T00:00Z');
  expect(codesIn(rotation('monthly 1 09:00', long), over)).toEqual(['past-override']);
});
