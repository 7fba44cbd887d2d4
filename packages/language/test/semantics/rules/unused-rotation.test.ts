import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, pair, told } from './told.ts';

const unused = `${pair}
rotation primary <
  zone "UTC"
  start 2026-01-05T09:00
  members @alice @bob
  weekly mon 09:00
>
`;

it('a rotation that no schedule names is told at its name', () => {
  expect(told('unused-rotation', unused)).toEqual([
    '20: primary: No schedule names rotation primary',
  ]);
  expect(codesIn(unused)).toEqual(['unused-rotation']);
  expectSilenceable('unused-rotation', unused);
});

it('one that a schedule names is used, be the schedule or not', () => {
  expect(codesIn(`${unused}schedule rota < rotation @primary >`)).toEqual(['unused-schedule']);
});

it('one that is probably meant is used', () => {
  const plan = 'plan two < stage 5m < notify @rota > >';
  expect(codesIn(`${unused}schedule rota < rotation @primray >\n${plan}`)).toContain(
    'dangling-rotation',
  );
  expect(codesIn(`${unused}schedule rota < rotation @primray >\n${plan}`)).not.toContain(
    'unused-rotation',
  );
  expect(codesIn(`${unused}schedule rota < rotatoin @primary >\n${plan}`)).toEqual([
    'unexpected-token',
  ]);
  expect(codesIn(`${unused}plan two < stage 5m < notify @primary > >`)).toEqual(['wrong-kind']);
});
