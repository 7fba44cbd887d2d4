import { createSourceFile } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import {
  negotiateEncoding,
  offsetAt,
  positionAt,
  rangeOf,
  rangeReader,
} from '../../src/workspace/positions.ts';

describe('negotiateEncoding', () => {
  it.each([
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-16', 'utf-8'], 'utf-16'],
    [['utf-32', 'utf-8', 'utf-16'], 'utf-8'],
    [['utf-32'], 'utf-16'],
  ])('%j gives %s', (offered, encoding) => {
    expect(negotiateEncoding(offered)).toBe(encoding);
  });
});

describe('positions', () => {
  // One, two, three and four bytes; one UTF-16 unit each but the last, which is two.
  const file = createSourceFile('a', 'x\naé日🎉b\r\n');

  it.each([
    ['utf-16', [0, 1, 2, 3, 5, 6]],
    ['utf-8', [0, 1, 3, 6, 10, 11]],
  ] as const)('count in %s, there and back', (encoding, columns) => {
    const offsets = [2, 3, 4, 5, 7, 8];
    expect(offsets.map((offset) => positionAt(file, offset, encoding))).toEqual(
      columns.map((character) => ({ line: 1, character })),
    );
    expect(columns.map((character) => offsetAt(file, { line: 1, character }, encoding))).toEqual(
      offsets,
    );
  });

  it.each(['utf-16', 'utf-8'] as const)('behind the end of a line mean its end: %s', (encoding) => {
    expect(offsetAt(file, { line: 1, character: 99 }, encoding)).toBe(8);
    expect(offsetAt(file, { line: 0, character: 99 }, encoding)).toBe(1);
    expect(offsetAt(file, { line: 99, character: 0 }, encoding)).toBe(10);
    expect(offsetAt(file, { line: -1, character: -1 }, encoding)).toBe(0);
  });

  it('never lie within a character of several bytes', () => {
    for (const character of [7, 8, 9]) {
      expect(offsetAt(file, { line: 1, character }, 'utf-8')).toBe(7);
    }
  });

  it.each(['utf-16', 'utf-8'] as const)('of many spans are those of each: %s', (encoding) => {
    const long = createSourceFile('a', 'é\nab\r\n\n\n🎉 c\rd'.repeat(9));
    const read = rangeReader(long, encoding);
    const offsets = [0, 1, 2, 9, 30, 31, 80, 90, 4, 3, 70, 0, long.text.length];
    for (const start of offsets) {
      const span = { start, end: Math.min(start + 3, long.text.length) };
      expect(read(span)).toEqual(rangeOf(long, span, encoding));
    }
  });

  it('take half a pair for what it is', () => {
    const half = createSourceFile('a', '\ud83cx');
    expect(positionAt(half, 1, 'utf-8')).toEqual({ line: 0, character: 3 });
    expect(offsetAt(half, { line: 0, character: 4 }, 'utf-8')).toBe(2);
  });
});
