import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, told } from './told.ts';

const alone = `rotation primary <
  zone "UTC"
  start 2026-01-05T09:00
  members @a
  weekly mon 09:00
>`;

it('a rotation has more members than one', () => {
  expect(told('single-member', alone)).toEqual(['1: primary: Nobody in primary ever relieves a']);
  expectSilenceable('single-member', alone);
  expect(codesIn(alone.replace('@a', '@a @b'))).toEqual([]);
});

it('one that can not be read whole may have more', () => {
  expect(codesIn(alone.replace('@a', '@a @nobody'))).toEqual(['dangling-contact']);
});
