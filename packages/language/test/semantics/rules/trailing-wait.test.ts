import { expect, it } from 'vitest';
import { alice, codesIn, expectFixed, expectNoFix, expectSilenceable, pair, told } from './told.ts';

const waits = pair.replace('@bob essential >\n', '@bob essential >\n  stage 10m < >\n');

it('a stage that waits for nothing is told at its duration, and its fix removes it', () => {
  expect(told('trailing-wait', waits)).toEqual([
    '18: 10m: This stage waits, and none after it notifies anyone',
  ]);
  expect(codesIn(waits)).toEqual(['trailing-wait']);
  expectSilenceable('trailing-wait', waits);
  expectFixed('trailing-wait', waits, 'Remove it', pair);
});

it('several are one mistake, wherever they stand', () => {
  const several = waits.replace('10m < >\n', '10m < >\n  tag a "b" stage 5m < > stage 1m < >\n');
  expect(told('trailing-wait', several)).toEqual([
    '18: 10m: These 3 stages wait, and none after them notifies anyone',
  ]);
  const fixed = pair.replace('@bob essential >\n', '@bob essential >\n  tag a "b"\n');
  expectFixed('trailing-wait', several, 'Remove them', fixed);
});

it('one line is mended on its line', () => {
  const text = alice(
    'channel phone voice $A channel text sms $A stage 5m < notify phone notify text > stage 5m < >',
  );
  expectFixed('trailing-wait', text, 'Remove it', text.replace(' stage 5m < >', ''));
});

it('other line ends stay', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  expectFixed('trailing-wait', crlf(waits), 'Remove it', crlf(pair));
});

it.each([
  ['above', '  # Time to think.\n  stage 10m < >\n'],
  ['behind', '  stage 10m < > # Time to think.\n'],
  ['within', '  stage 10m < # Time to think.\n  >\n'],
])('a comment %s it is not taken out', (_, stage) => {
  expectNoFix('trailing-wait', waits.replace('  stage 10m < >\n', stage));
});

it('a wait before the last target is none', () => {
  expect(codesIn(pair.replace('plan sre <', 'plan sre < stage 1m < >'))).toEqual([]);
});

it('a plan that pages nobody is one mistake', () => {
  expect(codesIn('plan sre < stage 5m < > stage 5m < > >')).toEqual(['plan-reaches-nobody']);
  expect(codesIn('plan sre < stage 0m < > >')).toEqual(['empty-zero-stage']);
});

it('a template may end in a wait, since more may follow', () => {
  const items = `channel phone voice $A
  channel text sms $A
  stage 2m < notify text >
  use paged`;
  const paged = 'template paged < stage 2m < notify phone > stage 5m < > >';
  expect(codesIn(`${alice(items)}${paged}`)).toEqual([]);
  expect(codesIn(`${alice(`${items} stage 1m < >`)}${paged}`)).toEqual(['trailing-wait']);
});
