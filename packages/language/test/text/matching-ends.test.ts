import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchingEnds } from '../../src/text/matching-ends.ts';

const long = 'contact alice < >\n'.repeat(20_000);

it.each([
  ['', '', 0, 0],
  ['a', '', 0, 0],
  ['abc', 'abc', 3, 0],
  ['aaa', 'aaaa', 3, 0],
  ['abcd', 'abXcd', 2, 2],
  ['abcd', 'xyz', 0, 0],
  ['ab', 'xb', 0, 1],
])('%j and %j', (one, other, head, tail) => {
  expect(matchingEnds(one, other)).toEqual({ head, tail });
  expect(matchingEnds(other, one)).toEqual({ head, tail });
});

it('looks as far as texts go', () => {
  for (const at of [0, 1, 65_535, 65_536, 65_537, 200_000, long.length]) {
    const other = `${long.slice(0, at)}!${long.slice(at)}`;
    expect(matchingEnds(long, other)).toEqual({ head: at, tail: long.length - at });
  }
});

it('finds all that is common, and no more', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { head, tail } = matchingEnds(one, other);
      expect(other.startsWith(one.slice(0, head))).toBe(true);
      expect(other.endsWith(one.slice(one.length - tail))).toBe(true);
      const rest = Math.min(one.length, other.length) - head;
      if (rest > 0) expect(one[head]).not.toBe(other[head]);
      if (rest > tail) expect(one.at(-1 - tail)).not.toBe(other.at(-1 - tail));
    }),
  );
});
