import { createSourceFile } from '@oncall/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit, lineAt, lineOf, lineStarts } from '../../src/workspace/lines.ts';

/** The texts of the lines, as the whole text is read anew. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

const ends = fc.constantFrom('a', 'é', '\r', '\n', '\r\n', ' ');
const texts = fc.array(ends, { maxLength: 12 }).map((parts) => parts.join(''));

describe('lineStarts', () => {
  it('knows all three line ends', () => {
    const file = createSourceFile('a', 'one\ntwo\r\nthree\rfour');
    expect([0, 1, 2, 3, 4].map((line) => lineOf(file, line))).toEqual([
      'one',
      'two',
      'three',
      'four',
      '',
    ]);
    expect(lineAt(file, 4)).toBe(1);
    expect(lineAt(file, 3)).toBe(0);
  });

  it('is the same after edits as of the text read anew', () => {
    const edits = fc.array(fc.tuple(fc.nat(12), fc.nat(4), texts), { maxLength: 6 });
    fc.assert(
      fc.property(texts, edits, (text, steps) => {
        let file = createSourceFile('a', text);
        lineStarts(file);
        for (const [at, length, inserted] of steps) {
          const start = Math.min(at, file.text.length);
          file = edit(file, start, Math.min(start + length, file.text.length), inserted);
          const lines = linesOf(file.text);
          expect(lines.map((_, line) => lineOf(file, line))).toEqual(lines);
          expect([...lineStarts(file)]).toEqual([...lineStarts(createSourceFile('a', file.text))]);
        }
      }),
    );
  });
});
