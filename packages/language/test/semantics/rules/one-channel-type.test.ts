import { expect, it } from 'vitest';
import { alice, codesIn, expectNoFix, expectSilenceable, pair, told } from './told.ts';

const items = `  channel phone voice $A
  channel home voice $B
  stage 5m <
    notify phone
    notify home
  >`;
const one = alice(items);

it('a contact who is notified in one way is told at the name', () => {
  expect(told('one-channel-type', one)).toEqual([
    '1: alice: alice is notified by voice alone, and not at all where that fails',
  ]);
  expect(codesIn(one)).toEqual(['one-channel-type']);
  expectSilenceable('one-channel-type', one);
  expectNoFix('one-channel-type', one);
});

it.each(['email', 'sms'])('%s alone is one mistake', (type) => {
  expect(
    codesIn(one.replace('phone voice', `phone ${type}`).replace('home voice', `home ${type}`)),
  ).toEqual(['one-channel-type']);
});

it('voice and sms are two, on one number too', () => {
  expect(codesIn(one.replace('home voice $B', 'home sms $A'))).toEqual([]);
});

it('a channel of another type that no stage notifies is the one mistake', () => {
  expect(codesIn(one.replace('home voice', 'home sms').replace('notify home', ''))).toEqual([
    'unused-channel',
  ]);
});

it('it is said only of those who are on call', () => {
  const idle = `contact carol <\n${items}\n>\n`;
  expect(codesIn(idle)).toEqual(['unused-contact']);
  const test = 'test "t" < page @carol at 2026-02-02T09:00 "UTC" expect @carol within 0m >';
  expect(codesIn(idle + test)).toEqual([]);
  const override = `rotation r <
    zone "UTC" start 2026-01-05T09:00 members @alice @bob daily 09:00
    override 2026-02-05T09:00..2026-02-06T09:00 < @carol >
  >
  schedule s < rotation @r >
  plan two < stage 5m < notify @s > >`;
  expect(codesIn(idle + pair + override)).toEqual(['one-channel-type']);
});
