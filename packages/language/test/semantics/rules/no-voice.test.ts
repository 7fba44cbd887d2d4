import { expect, it } from 'vitest';
import { alice, codesIn, expectNoFix, expectSilenceable, told } from './told.ts';

const items = `  channel text sms $A
  channel mail email $B
  stage 5m <
    notify text
    notify mail
  >`;
const silent = alice(items);

it('a contact on call whom nothing rings is told at the name', () => {
  expect(told('no-voice', silent)).toEqual([
    '1: alice: alice is on call without a voice channel, which is what rings',
  ]);
  expect(codesIn(silent)).toEqual(['no-voice']);
  expectSilenceable('no-voice', silent);
  expectNoFix('no-voice', silent);
});

it('one type alone is one mistake', () => {
  expect(codesIn(silent.replace('sms', 'email'))).toEqual(['one-channel-type']);
});

it('a voice channel that no stage notifies is the one mistake', () => {
  const text = silent.replace('  channel text', '  channel phone voice $C\n  channel text');
  expect(codesIn(text)).toEqual(['unused-channel']);
});

it('it is said only of those who are on call, and can be reached', () => {
  const idle = `contact carol <\n${items}\n>\n`;
  expect(codesIn(idle)).toEqual(['unused-contact']);
  const test = 'test "t" < page @carol at 2026-02-02T09:00 "UTC" expect @carol within 0m >';
  expect(codesIn(idle + test)).toEqual([]);
  expect(codesIn(silent.replace(/ {2}stage 5m[^>]*>\n/, ''))).toEqual(['contact-without-stage']);
});
