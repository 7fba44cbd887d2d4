import { describe, expect, it } from 'vitest';
import { contactArn } from '../src/arn.ts';

describe('contactArn', () => {
  it.each([
    ['us-east-2', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
  ])('is in the partition of %s', (region, partition) => {
    expect(contactArn('alice', '111122223333', region)).toBe(
      `arn:${partition}:ssm-contacts:${region}:111122223333:contact/alice`,
    );
  });

  it('is unknown without account or Region', () => {
    expect(contactArn('alice', undefined, 'us-east-2')).toBeUndefined();
    expect(contactArn('alice', '111122223333', undefined)).toBeUndefined();
  });
});
