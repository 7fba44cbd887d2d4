import { expect, it } from 'vitest';
import { codesIn, expectNoFix, expectSilenceable, pair, told } from './told.ts';

const slow = pair.replace('stage 10m < notify @alice', 'stage 16m < notify @alice');

it('a second stage after more than 15 minutes is told at the duration of the first', () => {
  expect(told('slow-escalation', slow)).toEqual([
    '16: 16m: The second stage begins 16m after the page',
  ]);
  expect(codesIn(slow)).toEqual(['slow-escalation']);
  expectSilenceable('slow-escalation', slow);
  expectNoFix('slow-escalation', slow);
});

it('15 are not', () => {
  expect(codesIn(slow.replace('16m', '15m'))).toEqual([]);
});

it('stages that wait count to the one before', () => {
  expect(
    codesIn(pair.replace('  stage 10m < notify @bob', '  stage 6m < >\n  stage 10m < notify @bob')),
  ).toEqual(['slow-escalation']);
});

it('one stage is never slow', () => {
  expect(codesIn(slow.replace('essential >\n  stage 10m <', 'essential'))).toEqual([]);
});

it('a stage that is too long is one mistake', () => {
  expect(codesIn(slow.replace('16m', '45m'))).toEqual(['stage-too-long']);
});
