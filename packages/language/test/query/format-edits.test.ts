import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, createSourceFile, format } from '../../src/index.ts';
import { formatEdits, type TextChange } from '../../src/query/format-edits.ts';
import { program } from '../program.ts';

const path = 'main.oncall';

function applied(text: string, changes: readonly TextChange[]): string {
  let result = text;
  let before = Number.POSITIVE_INFINITY;
  for (const change of changes.toSorted((a, b) => b.start - a.start)) {
    expect(change.end).toBeLessThanOrEqual(before);
    result = result.slice(0, change.start) + change.text + result.slice(change.end);
    before = change.start;
  }
  return result;
}

function formatted(text: string): string {
  const result = format(createSourceFile(path, text));
  if (result.kind === 'refused') throw new Error('this text has syntax errors');
  return result.text;
}

describe('formatEdits', () => {
  it('leads any program to its form', () => {
    assert(
      property(program(), (text) => {
        const analysis = analyze([createSourceFile(path, text)]);
        expect(applied(text, formatEdits(analysis, path))).toBe(formatted(text));
      }),
    );
  });

  it('of a stretch changes no form', () => {
    assert(
      property(program(), nat(200), nat(200), (text, start, length) => {
        const analysis = analyze([createSourceFile(path, text)]);
        const stretch = { start, end: start + length };
        const after = applied(text, formatEdits(analysis, path, stretch));
        expect(formatted(after)).toBe(formatted(text));
      }),
    );
  });

  it('parts no line end', () => {
    const text = 'contact a < >\r\ncontact b   < >\r\n';
    const analysis = analyze([createSourceFile(path, text)]);
    for (const { start, end } of formatEdits(analysis, path)) {
      for (const edge of [start, end]) expect(text.slice(edge - 1, edge + 1)).not.toBe('\r\n');
    }
  });
});
