import { expect, it } from 'vitest';
import { codesIn, expectNoFix, expectSilenceable, pair, person, told } from './told.ts';

const single = pair
  .replace('  stage 10m < notify @bob essential >\n', '')
  .replace(person('bob'), '');
const rota = (members: string) => `schedule rota < rotation @primary >
rotation primary <
  zone "UTC"
  start 2026-01-05T09:00
  members ${members}
  weekly mon 09:00
>
`;
const andRota = single.replace('essential >', 'essential >\n  stage 10m < notify @rota >');

it('a plan of one person is told at its name', () => {
  expect(told('single-responder', single)).toEqual([
    '9: sre: All stages of plan sre come down to alice',
  ]);
  expect(codesIn(single)).toEqual(['single-responder']);
  expectSilenceable('single-responder', single);
  expectNoFix('single-responder', single);
});

it('one person in many stages is one', () => {
  const again = single.replace('essential >', 'essential >\n  stage 10m < notify @alice >');
  expect(codesIn(again)).toEqual(['single-responder']);
});

it('one person and a schedule of the same is one', () => {
  expect(codesIn(andRota + rota('@alice'))).toEqual(['single-responder']);
});

it('a schedule of others is more, and so is one of whom an override names', () => {
  expect(codesIn(andRota + rota('@alice @bob') + person('bob'))).toEqual([]);
  const override = rota('@alice').replace(
    '\n>',
    '\n  override 2026-03-05T09:00..2026-03-06T09:00 < @bob >\n>',
  );
  expect(codesIn(andRota + override + person('bob'))).toEqual([]);
});

it('a plan of a schedule alone is told by its rotation', () => {
  const alone = `plan sre < stage 10m < notify @rota > >\n${person('alice')}`;
  expect(codesIn(alone + rota('@alice'))).toEqual([]);
});

it('an extern may stand for many', () => {
  const extern = 'extern contact director $DIRECTOR\n';
  const andExtern = single.replace('essential >', 'essential >\n  stage 10m < notify @director >');
  expect(codesIn(andExtern + extern)).toEqual([]);
  expect(codesIn(andRota + rota('@director') + extern)).toEqual([]);
});

it('where a member can not be read, that is the one mistake', () => {
  expect(codesIn(andRota + rota('@alice bob') + person('bob'))).toEqual(['unexpected-token']);
});
