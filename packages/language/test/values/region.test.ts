import { describe, expect, it } from 'vitest';
import { isRegion } from '../../src/values/region.ts';

describe('isRegion', () => {
  it.each([
    'us-east-2',
    'us-gov-west-1',
    'cn-north-1',
    'ap-southeast-5',
    'ap-northeast-3',
    'mx-central-1',
    'il-central-1',
    'us-isob-east-1',
    'eusc-de-east-1',
  ])('takes %s', (text) => {
    expect(isRegion(text)).toBe(true);
  });

  it.each([
    '',
    'ohio',
    'us-east',
    'us-east-',
    'us-east-0',
    'us-east-2a',
    'us_east_2',
    'US-EAST-2',
    'us--east-2',
    '-us-east-2',
    'us-east-2 ',
    'us-east-2\n',
    'us-2',
  ])('refuses %j', (text) => {
    expect(isRegion(text)).toBe(false);
  });
});
