import { describe, expect, it } from 'vitest';
import { isContactArn } from '../../src/values/arn.ts';

describe('isContactArn', () => {
  it.each([
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice',
    'arn:aws-cn:ssm-contacts:cn-north-1:111122223333:contact/on_call-1',
    'arn:aws-us-gov:ssm-contacts:us-gov-west-1:111122223333:contact/5m',
    `arn:aws:ssm-contacts:us-east-2:111122223333:contact/${'a'.repeat(255)}`,
  ])('takes %s', (text) => {
    expect(isContactArn(text)).toBe(true);
  });

  it.each([
    '',
    'alice',
    'arn',
    ' arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice',
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice\n',
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact/',
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact/Alice',
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice/x',
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice:x',
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice:',
    'arn:aws:ssm-contacts:us-east-2:111122223333:contact-channel/alice/0a',
    'arn:aws:ssm-contacts:us-east-2:111122223333:rotation/0a',
    'arn:aws:ssm-contacts:us-east-2:11112222333:contact/alice',
    'arn:aws:ssm-contacts::111122223333:contact/alice',
    'arn:aws:ssm-contacts:us-east-2::contact/alice',
    'arn:aws:ssm-incidents:us-east-2:111122223333:contact/alice',
    'arn:aws-iso:ssm-contacts:us-east-2:111122223333:contact/alice',
    'ARN:aws:ssm-contacts:us-east-2:111122223333:contact/alice',
    `arn:aws:ssm-contacts:us-east-2:111122223333:contact/${'a'.repeat(256)}`,
  ])('refuses %j', (text) => {
    expect(isContactArn(text)).toBe(false);
  });

  it('refuses a megabyte at once', () => {
    const started = performance.now();
    expect(isContactArn(':'.repeat(1_000_000))).toBe(false);
    expect(isContactArn(`arn:aws:ssm-contacts:${'a-'.repeat(1_000_000)}`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
