import { expect, it } from 'vitest';
import { alice, codesIn, expectFixed, expectNoFix, expectSilenceable, told } from './told.ts';

const channels = '  channel phone voice $A\n  channel text sms $A\n';
const retried = alice(`${channels}  stage 5m <\n    notify phone retry 5m\n    notify text\n  >`);
const mended = retried.replace(' retry 5m', '');

it('a retry that comes too late is told at its duration, and its fix removes it', () => {
  expect(told('retry-never-happens', retried)).toEqual([
    '5: 5m: A stage of 5m ends before a retry after 5m',
  ]);
  expect(codesIn(retried)).toEqual(['retry-never-happens']);
  expectSilenceable('retry-never-happens', retried);
  expectFixed('retry-never-happens', retried, 'Remove the retry', mended);
});

it('one that comes in time is none', () => {
  expect(codesIn(retried.replace('retry 5m', 'retry 4m'))).toEqual([]);
});

it('no retry comes in a stage of 0 minutes', () => {
  expect(codesIn(retried.replace('stage 5m', 'stage 0m'))).toEqual(['retry-never-happens']);
});

it('it is told of a template once, however many use it', () => {
  const paged = 'template paged < stage 5m < notify phone retry 6m notify text > >\n';
  const text = alice(`${channels}  use paged`).replace(
    'plan',
    'contact carol < channel phone voice $C channel text sms $C use paged >\nplan',
  );
  const all = paged + text.replace('notify @bob', 'notify @bob notify @carol');
  expect(told('retry-never-happens', all)).toEqual([
    '1: 6m: A stage of 5m ends before a retry after 6m',
  ]);
  expect(codesIn(all)).toEqual(['retry-never-happens']);
});

it('a comment is not taken out', () => {
  const commented = retried.replace('phone retry', 'phone # at home\n    retry');
  expectNoFix('retry-never-happens', commented);
});
