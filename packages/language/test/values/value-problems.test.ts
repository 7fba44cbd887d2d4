import { describe, expect, it } from 'vitest';
import {
  accountProblem,
  addressProblem,
  arnProblem,
  regionProblem,
} from '../../src/values/value-problems.ts';

describe('value problems', () => {
  it('are none of what is right', () => {
    expect(addressProblem('voice', '+12065550100')).toBeUndefined();
    expect(addressProblem('sms', '+12065550100')).toBeUndefined();
    expect(addressProblem('email', 'alice@example.com')).toBeUndefined();
    expect(arnProblem('arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice')).toBeUndefined();
    expect(accountProblem('111122223333')).toBeUndefined();
    expect(regionProblem('us-east-2')).toBeUndefined();
  });

  it('are told by the code of their diagnostic', () => {
    expect(addressProblem('voice', 'alice@example.com')).toBe('invalid-phone-number');
    expect(addressProblem('sms', '2065550100')).toBe('invalid-phone-number');
    expect(addressProblem('email', '+12065550100')).toBe('invalid-email');
    expect(arnProblem('alice')).toBe('invalid-arn');
    expect(accountProblem('1111-2222-3333')).toBe('invalid-account');
    expect(regionProblem('Ohio')).toBe('invalid-region');
  });
});
