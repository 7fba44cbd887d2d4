import { describe, expect, it } from 'vitest';
import { isAlias, isName } from '../../src/values/alias.ts';

describe('isAlias', () => {
  it.each(['a', '5m', '42', '-', '_', 'sre-on_call-2', 'a'.repeat(255)])('takes %j', (text) => {
    expect(isAlias(text)).toBe(true);
  });

  it.each(['', 'Alice', 'a b', 'a.b', 'a/b', 'é', 'a\n', 'a'.repeat(256)])('refuses %j', (text) => {
    expect(isAlias(text)).toBe(false);
  });
});

describe('isName', () => {
  it.each(['alice', 'stage', '2nd-line', '5x', '5m5m', '30m1h', 'm', '-1', '1_0', '-', '1-2'])(
    'takes %s',
    (text) => {
      expect(isName(text)).toBe(true);
    },
  );

  it.each([
    '',
    'Alice',
    '42',
    '0',
    '5m',
    '1h30m',
    '0s',
    '1w',
    `${'9'.repeat(60)}m`,
    'a'.repeat(256),
  ])('refuses %j', (text) => {
    expect(isName(text)).toBe(false);
  });
});
