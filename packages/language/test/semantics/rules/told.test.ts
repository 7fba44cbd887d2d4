import { expect, it } from 'vitest';
import { alice, codesIn, pair } from './told.ts';

it('nothing is said of the texts that others are made of', () => {
  expect(codesIn(pair)).toEqual([]);
  const items = 'channel phone voice $A channel text sms $A stage 5m < notify phone notify text >';
  expect(codesIn(alice(items))).toEqual([]);
});
