import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, pair, told } from './told.ts';

const unused = `${pair}
schedule rota < rotation @primary >
rotation primary <
  zone "UTC"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
>
`;

it('a schedule that nothing names is told at its name, and what it names is not', () => {
  expect(told('unused-schedule', unused)).toEqual([
    '20: rota: No plan or test names schedule rota',
  ]);
  expect(codesIn(unused)).toEqual(['unused-schedule']);
  expectSilenceable('unused-schedule', unused);
});

it.each([
  'plan two < stage 5m < notify @rota > >',
  'test "t" < page @rota at 2026-02-02T09:00 "UTC" expect @alice within 0m >',
  'test "t" < page @sre at 2026-02-02T09:00 "UTC" expect no @rota >',
])('one is used by %s', (use) => {
  expect(codesIn(`${unused}${use}`)).toEqual([]);
});

it('one that is probably meant is used', () => {
  expect(codesIn(`${unused}plan two < stage 5m < notify @roat > >`)).toEqual(['dangling-contact']);
  expect(codesIn(`${unused}plan two < stage 5m < notfy @rota > >`)).toEqual(['unexpected-token']);
});
