import { describe, expect, it } from 'vitest';
import { align } from '../../src/difference/align.ts';

/** `x>y` for a pair, `-` where there is none. */
function aligned(before: string, after: string): string {
  const at = (text: string, index: number | undefined) => (index === undefined ? '-' : text[index]);
  return align([...before], [...after])
    .map((pair) => `${at(before, pair.before)}>${at(after, pair.after)}`)
    .join(' ');
}

describe('align', () => {
  it.each([
    ['', '', ''],
    ['abc', 'abc', ''],
    ['', 'ab', '->a ->b'],
    ['ab', '', 'a>- b>-'],
    ['abc', 'ac', 'b>-'],
    ['ac', 'abc', '->b'],
    ['abc', 'axc', 'b>x'],
    ['abc', 'axyc', 'b>x ->y'],
    ['abcd', 'bcd', 'a>-'],
    ['ab', 'ba', 'a>- ->a'],
    ['aab', 'ab', 'a>-'],
    ['abc', 'xyz', 'a>x b>y c>z'],
  ])('of %j and %j', (before, after, pairs) => {
    expect(aligned(before, after)).toBe(pairs);
  });
});
