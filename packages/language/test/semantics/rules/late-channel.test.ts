import { expect, it } from 'vitest';
import { codesIn, expectNoFix, expectSilenceable, pair, person, told } from './told.ts';

const late = pair.replace('stage 10m < notify @alice', 'stage 5m < notify @alice');
const rota = `schedule rota < rotation @primary >
rotation primary <
  zone "UTC"
  start 2026-01-05T09:00
  members @alice @carol
  weekly mon 09:00
>
${person('carol')}`;
const ofRota = late.replace('notify @alice', 'notify @rota') + rota;

it('a channel that comes after the next person is told at the target', () => {
  expect(told('late-channel', late)).toEqual([
    '16: @alice: alice is tried on mail after 5m, but the next stage begins after 5m',
  ]);
  expect(codesIn(late)).toEqual(['late-channel']);
  expectSilenceable('late-channel', late);
  expectNoFix('late-channel', late);
});

it('one that comes before is none', () => {
  expect(codesIn(late.replace('stage 5m < notify @alice', 'stage 6m < notify @alice'))).toEqual([]);
  expect(codesIn(late.replace('essential >\n', 'essential >\n  stage 1m < >\n'))).toEqual([]);
});

it('a channel that is tried again is none', () => {
  const again = late.replace('stage 5m < notify mail >', 'stage 2m < notify phone >');
  expect(codesIn(again.replace('notify phone retry 2m', 'notify phone notify mail'))).toEqual([]);
});

it('the last stage has no next, and nobody is the next of themselves', () => {
  expect(codesIn(pair.replace('stage 10m < notify @bob', 'stage 1m < notify @bob'))).toEqual([]);
  const self = pair.replace(
    '  stage 10m < notify @bob',
    '  stage 1m < notify @bob essential >\n  stage 1m < notify @bob',
  );
  expect(codesIn(self)).toEqual([]);
});

it('a stage is told once for all that it pages', () => {
  const both = late.replace('@alice essential', '@alice essential notify @carol') + person('carol');
  expect(told('late-channel', both)).toHaveLength(1);
});

it('it is told of a schedule where it is so whoever is on call', () => {
  expect(told('late-channel', ofRota)).toEqual([
    '16: @rota: Everyone in rota is tried on some channel after 5m, but the next stage begins after 5m',
  ]);
  const quick = ofRota.replace(/(contact carol <[^>]*)stage 5m/, '$1stage 4m');
  expect(codesIn(quick)).toEqual([]);
  const extern = ofRota.replace(person('carol'), 'extern contact carol $C\n');
  expect(codesIn(extern)).toEqual([]);
});

it('where a stage of theirs can not be read, that is the one mistake', () => {
  expect(codesIn(late.replace('stage 5m < notify mail', 'stage 5n < notify mail'))).toEqual([
    'invalid-token',
  ]);
});
