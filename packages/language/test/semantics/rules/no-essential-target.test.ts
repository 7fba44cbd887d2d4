import { expect, it } from 'vitest';
import { codesIn, expectNoFix, expectSilenceable, pair, told } from './told.ts';

const none = pair.replaceAll(' essential', '');

it('a plan that no answer stops is told at its name', () => {
  expect(told('no-essential-target', none)).toEqual([
    '15: sre: No target of plan sre is essential, so no answer stops it',
  ]);
  expect(codesIn(none)).toEqual(['no-essential-target']);
  expectSilenceable('no-essential-target', none);
  expectNoFix('no-essential-target', none);
});

it('one is enough', () => {
  expect(codesIn(none.replace('@bob', '@bob essential'))).toEqual([]);
});

it('where nothing is to come, nothing is to be stopped', () => {
  const oneStage = none.replace('>\n  stage 10m <', '');
  expect(codesIn(oneStage)).toEqual([]);
  expect(codesIn(none.replace('stage 10m < notify @alice', 'stage 0m < notify @alice'))).toEqual(
    [],
  );
});

it('where a word can not be read, that is the one mistake', () => {
  expect(codesIn(none.replace('@alice', '@alice essentail'))).toEqual(['unexpected-token']);
});
