import { describe, expect, it } from 'vitest';
import { isAccount } from '../../src/values/account.ts';

describe('isAccount', () => {
  it('takes 12 digits', () => {
    expect(isAccount('111122223333')).toBe(true);
    expect(isAccount('000000000001')).toBe(true);
  });

  it.each(['', '11112222333', '1111222233334', '1111-2222-3333', '11112222333a', '111122223333\n'])(
    'refuses %j',
    (text) => {
      expect(isAccount(text)).toBe(false);
    },
  );
});
