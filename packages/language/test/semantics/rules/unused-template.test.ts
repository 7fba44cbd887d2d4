import { expect, it } from 'vitest';
import { codesIn, expectSilenceable, pair, told } from './told.ts';

const unused = `${pair}
template paged < stage 5m < notify phone > >
`;

it('a template that no contact uses is told at its name', () => {
  expect(told('unused-template', unused)).toEqual(['20: paged: No contact uses template paged']);
  expect(codesIn(unused)).toEqual(['unused-template']);
  expectSilenceable('unused-template', unused);
});

it('one is used by any contact', () => {
  expect(codesIn(`${unused}contact carol < channel phone voice $C use paged >`)).toEqual([
    'unused-contact',
  ]);
});

it('one that is probably meant is used', () => {
  const carol = (use: string) => `${unused}contact carol < channel phone voice $C ${use} >`;
  expect(codesIn(carol('use pagde'))).toEqual(['unused-contact', 'dangling-template']);
  expect(codesIn(carol('ues paged'))).toEqual(['unused-contact', 'unexpected-token']);
});

it('of two of a name only the second is told, as such', () => {
  expect(codesIn(`${unused}template paged < >`)).toEqual(['unused-template', 'duplicate-name']);
});
