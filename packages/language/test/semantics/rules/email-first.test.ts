import { expect, it } from 'vitest';
import { alice, codesIn, expectNoFix, expectSilenceable, told } from './told.ts';

const channels = '  channel phone voice $A\n  channel mail email $B\n';
const stages = '  stage 5m < notify mail >\n  stage 5m < notify phone >';
const first = alice(channels + stages);

it('email before all else is told at the target', () => {
  expect(told('email-first', first)).toEqual([
    '4: mail: At first alice is notified by email alone, which wakes nobody',
  ]);
  expect(codesIn(first)).toEqual(['email-first']);
  expectSilenceable('email-first', first);
  expectNoFix('email-first', first);
});

it('a wait before changes nothing', () => {
  expect(codesIn(alice(`${channels}  stage 1m < >\n${stages}`))).toEqual(['email-first']);
});

it('email together with another is none', () => {
  expect(codesIn(first.replace('notify mail', 'notify mail notify phone'))).toEqual([]);
  expect(codesIn(first.replace('5m < notify mail', '0m < notify mail'))).toEqual([]);
});

it('email alone, early and late, is another mistake', () => {
  expect(codesIn(alice('  channel mail email $B\n  stage 5m < notify mail >'))).toEqual([
    'one-channel-type',
  ]);
  expect(codesIn(first.replace('  stage 5m < notify phone >\n', ''))).toEqual(['unused-channel']);
});

it('it is told where a template is used', () => {
  const template = 'template paged < stage 5m < notify mail > stage 5m < notify phone > >';
  expect(told('email-first', `${alice(`${channels}  use paged`)}${template}`)).toEqual([
    '4: paged: At first alice is notified by email alone, which wakes nobody',
  ]);
});

it('it is said only of those who are on call', () => {
  const idle = `contact alice <\n${channels}${stages}\n>\n`;
  expect(codesIn(idle)).toEqual(['unused-contact']);
  const test = 'test "t" < page @alice at 2026-02-02T09:00 "UTC" expect @alice within 0m >';
  expect(codesIn(idle + test)).toEqual([]);
});
