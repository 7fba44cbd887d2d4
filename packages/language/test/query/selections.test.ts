import { assert, nat, property } from 'fast-check';
import { expect, it } from 'vitest';
import { analyze, createSourceFile } from '../../src/index.ts';
import { foldsOf } from '../../src/query/folds.ts';
import { type OutlineEntry, outline } from '../../src/query/outline.ts';
import { selectionsAt } from '../../src/query/selections.ts';
import { program } from '../program.ts';

const path = 'main.oncall';

it('selections around any place grow to the file, each about the one before', () => {
  assert(
    property(program(), nat(300), (text, at) => {
      const analysis = analyze([createSourceFile(path, text)]);
      const offset = Math.min(at, text.length);
      const spans = selectionsAt(analysis, path, offset);
      expect(spans.at(-1)).toEqual({ start: 0, end: text.length });
      for (const [index, span] of spans.entries()) {
        expect(span.start).toBeLessThanOrEqual(offset);
        expect(span.end).toBeGreaterThanOrEqual(offset);
        const next = spans[index + 1];
        if (next === undefined) continue;
        expect(next.start).toBeLessThanOrEqual(span.start);
        expect(next.end).toBeGreaterThanOrEqual(span.end);
      }
    }),
  );
});

it('names of an outline lie within what they name, as editors demand', () => {
  const check = ({ location, nameLocation, name, children }: OutlineEntry): void => {
    expect(name).not.toBe('');
    expect(nameLocation.span.start).toBeGreaterThanOrEqual(location.span.start);
    expect(nameLocation.span.end).toBeLessThanOrEqual(location.span.end);
    for (const child of children) check(child);
  };
  assert(
    property(program(), nat(300), (text, cut) => {
      const analysis = analyze([createSourceFile(path, text.slice(0, cut))]);
      for (const entry of outline(analysis, path)) check(entry);
    }),
  );
});

it('folds lie within each other or apart', () => {
  assert(
    property(program(), (text) => {
      const folds = foldsOf(analyze([createSourceFile(path, text)]), path);
      const blocks = folds.filter(({ kind }) => kind === 'block');
      for (const a of blocks) {
        expect([text[a.start], text[a.end - 1]]).toEqual(['<', '>']);
        for (const b of blocks) {
          const apart = a.end <= b.start || b.end <= a.start;
          const nested =
            (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end);
          expect(apart || nested).toBe(true);
        }
      }
    }),
  );
});
