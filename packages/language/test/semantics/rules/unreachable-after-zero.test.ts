import { expect, it } from 'vitest';
import { alice, codesIn, expectFixed, expectNoFix, expectSilenceable, pair, told } from './told.ts';

const zeros = pair.replaceAll('stage 10m', 'stage 0m');

it('the second of two is told at its duration, and its fix merges them', () => {
  expect(told('unreachable-after-zero', zeros)).toEqual([
    '17: 0m: This stage begins together with the one before, which lasts 0 minutes',
  ]);
  expect(codesIn(zeros)).toEqual(['unreachable-after-zero']);
  expectSilenceable('unreachable-after-zero', zeros);
  const merged = zeros.replace(' >\n  stage 0m <', '');
  expectFixed('unreachable-after-zero', zeros, 'Merge them', merged);
});

it('a run is one mistake', () => {
  const third = '  stage 0m <\n    notify @director # last\n  >\n>\nextern contact director $D';
  const run = zeros.replace(/>\n$/, third);
  expect(told('unreachable-after-zero', run)).toHaveLength(1);
  const merged = zeros
    .replace(' >\n  stage 0m <', '')
    .replace(/essential >\n>\n$/, `essential\n${third.replace('  stage 0m <\n', '')}`);
  expectFixed('unreachable-after-zero', run, 'Merge them', merged);
});

it('one of 0 minutes is none, nor are two apart', () => {
  expect(codesIn(pair.replace('10m < notify @bob', '0m < notify @bob'))).toEqual([]);
  expect(
    codesIn(zeros.replace('  stage 0m < notify @bob', '  stage 6m < > stage 0m < notify @bob')),
  ).toEqual([]);
});

it('it is told of a contact, and of a template where it is written', () => {
  const items = `channel phone voice $A
  channel text sms $A`;
  const stages = 'stage 0m < notify phone > stage 0m < notify text >';
  expect(told('unreachable-after-zero', alice(`${items} ${stages}`))).toHaveLength(1);
  const shared = `${alice(`${items} use paged`)}template paged < ${stages} >`;
  expect(told('unreachable-after-zero', shared)).toHaveLength(1);
  expectFixed('unreachable-after-zero', shared, 'Merge them', shared.replace(' > stage 0m <', ''));
});

it('what a comment speaks of, or what would be twice in a stage, is for a person to merge', () => {
  expectNoFix('unreachable-after-zero', zeros.replace('>\n  stage 0m', '> # now\n  stage 0m'));
  const twice = zeros.replace('@bob essential', '@bob essential notify @alice');
  expectNoFix('unreachable-after-zero', twice);
  expectNoFix(
    'unreachable-after-zero',
    zeros.replace('>\n  stage 0m', '>\n  tag a "b"\n  stage 0m'),
  );
});
