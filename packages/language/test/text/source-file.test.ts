import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSourceFile,
  decodeSourceFile,
  lineText,
  positionAt,
} from '../../src/text/source-file.ts';

const file = createSourceFile('main.oncall', 'one\ntwo\r\nthree\rfour\n\n🎉x');

describe('positionAt', () => {
  it.each([
    ['the start', 0, 1, 1],
    ['a line end', 3, 1, 4],
    ['behind it', 4, 2, 1],
    ['between \\r and \\n', 8, 2, 5],
    ['behind both', 9, 3, 1],
    ['behind \\r alone', 15, 4, 1],
    ['an empty line', 20, 5, 1],
    ['behind a character of two units', 23, 6, 3],
    ['the end', 24, 6, 4],
  ])('%s', (_, offset, line, column) => {
    expect(positionAt(file, offset)).toEqual({ line, column });
  });

  it('does not count a byte-order mark', () => {
    const marked = createSourceFile('main.oncall', '\ufeffone\ntwo');
    expect([0, 1, 2, 5].map((offset) => positionAt(marked, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
    ]);
    expect(lineText(marked, 1)).toBe('one');
  });

  it('agrees with counting, anywhere in any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', 'é') });
    fc.assert(
      fc.property(text, fc.nat(), (written, at) => {
        const offset = at % (written.length + 1);
        const before = written.slice(0, offset);
        // A line end that the offset splits has not ended yet.
        const split = before.endsWith('\r') && written[offset] === '\n';
        const lines = (split ? before.slice(0, -1) : before).split(/\r\n|\r|\n/);
        expect(positionAt(createSourceFile('a', written), offset)).toEqual({
          line: lines.length,
          column: (lines.at(-1) as string).length + 1 + (split ? 1 : 0),
        });
      }),
    );
  });
});

describe('lineText', () => {
  it('is a line without its end', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((line) => lineText(file, line))).toEqual([
      'one',
      'two',
      'three',
      'four',
      '',
      '🎉x',
      '',
    ]);
  });
});

describe('decodeSourceFile', () => {
  it('keeps a byte-order mark, and all that is UTF-8', () => {
    const text = '\u{feff}é🎉\u{fffd}\r\n';
    expect(decodeSourceFile('a', Buffer.from(text))).toEqual({ path: 'a', text });
  });

  it.each([
    ['a byte that begins nothing', [0x61, 0xff, 0x62], 1],
    ['a character cut at the end', [0x61, 0xe2, 0x82], 1],
    ['an overlong form', [0xc0, 0xaf], 0],
    ['a surrogate', [0x61, 0x62, 0xed, 0xa0, 0x80], 2],
    ['a byte behind a character of two units', [0xf0, 0x9f, 0x8e, 0x89, 0x80], 2],
    ['a byte behind a byte-order mark', [0xef, 0xbb, 0xbf, 0x80], 1],
  ])('knows the place of %s', (_, bytes, invalidAt) => {
    const decoded = decodeSourceFile('a', Uint8Array.from(bytes));
    expect(decoded.invalidAt).toBe(invalidAt);
    expect(decoded.text[invalidAt]).toBe('\u{fffd}');
  });

  it('knows the first place in any bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 8 }), (text, more) => {
        const good = Buffer.from(text);
        const bytes = Buffer.concat([good, Uint8Array.from([0xff]), more]);
        const { invalidAt } = decodeSourceFile('a', bytes);
        expect(invalidAt).toBe(text.length);
      }),
    );
  });
});
