import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, told } from './told.ts';

const outsider = `rotation primary <
  zone "UTC"
  start 2026-01-05T09:00
  members @a @b
  weekly mon 09:00
  override 2026-02-07T09:00..2026-02-07T17:00 < @b @x >
>`;

it('only members stand in for others', () => {
  expect(told('override-by-outsider', outsider)).toEqual([
    '6: @x: x is no member of primary, and the AWS console takes members only',
  ]);
  expectSilenceable('override-by-outsider', outsider);
});

it('members and nobody may', () => {
  expect(codesIn(outsider.replace(' @x', ''))).toEqual([]);
  expect(codesIn(outsider.replace('< @b @x >', '< >'))).toEqual([]);
});

it('whom members name wrongly may be one', () => {
  expect(codesIn(outsider.replace('@a @b', '@a @nobody'))).toEqual(['dangling-contact']);
});
