import { describe, expect, it } from 'vitest';
import { nearest } from '../src/suggest.ts';

describe('nearest', () => {
  it.each([
    ['lnt', 'lint'],
    ['aply', 'apply'],
    ['xyzzy-and-more', undefined],
  ])('of %s is %s', (written, expected) => {
    expect(nearest(written, ['lint', 'fmt', 'apply', 'plan'])).toBe(expected);
  });
});
