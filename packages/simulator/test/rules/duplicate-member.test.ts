import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, told } from './told.ts';

const twice = `rotation primary <
  zone "UTC"
  start 2026-01-05T09:00
  members @a @b @a
  weekly mon 09:00
>`;

it('a member stands in a rotation once', () => {
  expect(told('duplicate-member', twice)).toEqual([
    '4: @a: a is a member of this rotation already, and takes two turns',
  ]);
  expectSilenceable('duplicate-member', twice);
});

it('each place but the first is told', () => {
  expect(told('duplicate-member', twice.replace('@a @b @a', '@a @a @a'))).toHaveLength(2);
});

it('a second line of members is one mistake', () => {
  expect(codesIn(twice.replace('@b @a', '@b\n  members @a'))).toEqual(['duplicate-item']);
});

it('two of one person are one mistake, and not a rotation of one besides', () => {
  expect(codesIn(twice.replace('@b ', ''))).toEqual(['duplicate-member']);
});

it('an override may name a member', () => {
  const text = twice.replace('@b @a', '@b\n  override 2026-02-01T09:00..2026-02-01T17:00 < @a >');
  expect(codesIn(text)).toEqual([]);
});
