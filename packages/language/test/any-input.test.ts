/** Any input gives a tree and an analysis, whose spans nest and whose pieces tile the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, createSourceFile, decodeSourceFile, type SourceFile } from '../src/index.ts';
import { parse } from '../src/syntax/parse.ts';
import type { Span } from '../src/text/span.ts';
import { examples } from './examples.ts';
import { mistakes } from './mutations.ts';
import { program } from './program.ts';

const words =
  'contact plan test stage notify use rotation schedule template extern project tag alias ' +
  'channel voice email retry essential members cover override page at expect no within ack ' +
  'alice phone 2nd-line 5m 90s 09:00 2026-01-05T09:00 7 mon fri @alice @Bob $A $a "x" "\\q" " < < > > .. ; # ' +
  'oncall-ignore \u{a0} 🎉 é \u{fffd} \u{feff} \\ @ $ "unended';

/** Tokens in no order, in any layout. */
const soup = fc
  .array(
    fc.tuple(
      fc.constantFrom(...words.split(' ')),
      fc.constantFrom(' ', '', '\n', '\r', '\r\n  ', '\t'),
    ),
  )
  .map((parts) => parts.flat().join(''));

const broken = fc
  .tuple(program(), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), soup), { maxLength: 4 }))
  .map(([text, edits]) =>
    edits.reduce((before, [at, length, put]) => {
      const start = at % (before.length + 1);
      return before.slice(0, start) + put + before.slice(start + length);
    }, text),
  );

const anyText = fc.oneof(
  soup,
  broken,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

describe('any input', () => {
  it('gives a tree whose spans nest, in pieces that tile the file', () => {
    fc.assert(fc.property(anyText, expectSoundTree), { numRuns: 1_500 });
  });

  it('gives an analysis whose places lie in their files', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 3 }), (texts) => {
        expectSoundAnalysis(texts.map((text, index) => createSourceFile(`${index}.oncall`, text)));
      }),
      { numRuns: 700 },
    );
  });

  it('may be any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectSoundAnalysis([decodeSourceFile('main.oncall', bytes)]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('may be bytes that are no UTF-8 within what could be a program', () => {
    fc.assert(
      fc.property(
        program(),
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 4 }),
        (text, at, put) => {
          const bytes = Buffer.from(text);
          const cut = at % (bytes.length + 1);
          const file = decodeSourceFile(
            'main.oncall',
            Buffer.concat([bytes.subarray(0, cut), put, bytes.subarray(cut)]),
          );
          expectSoundAnalysis([file]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe.each(examples.flat())('$path', (file) => {
  it('parses at each of its beginnings', () => {
    for (let end = 0; end <= file.text.length; end += 1) expectSoundTree(file.text.slice(0, end));
  });

  it('can be analysed at each of its beginnings, and at each of its ends', () => {
    for (let end = 0; end <= file.text.length; end += 13) {
      expectSoundAnalysis([createSourceFile('head.oncall', file.text.slice(0, end))]);
      expectSoundAnalysis([createSourceFile('tail.oncall', file.text.slice(end))]);
    }
  });

  it('has a sound tree with any one mistake in it', () => {
    for (const mutate of Object.values(mistakes)) {
      for (const [index, { text }] of mutate(file.text).entries()) {
        if (index % 9 === 0) expectSoundTree(text);
      }
    }
  });
});

it('a cursor in the middle of a word is no trouble', () => {
  for (const text of ['con┆', 'contact ┆', 'plan sre < stage 5m < notify @┆ > >', '@┆', '"┆']) {
    expectSoundAnalysis([createSourceFile('main.oncall', text.replace('┆', ''))]);
  }
});

interface TreeNode extends Span {
  readonly items?: readonly TreeNode[];
}

function expectSoundTree(text: string): void {
  const { pieces, starts } = parse(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  let offset = 0;
  for (const [index, piece] of pieces.entries()) {
    expect(starts[index]).toBe(offset);
    offset += piece.text.length;
    expectNested({ start: 0, end: piece.text.length }, piece.declarations);
    for (const { origin } of piece.findings) {
      expect(origin.piece).toBe(piece);
      expect(origin.start).toBeGreaterThanOrEqual(0);
      expect(origin.end).toBeGreaterThan(origin.start);
      expect(origin.end).toBeLessThanOrEqual(piece.text.length);
    }
    for (const { start } of piece.comments) expect(piece.text[start]).toBe('#');
    if (index > 0) expect(piece.declarations.length).toBeGreaterThan(0);
  }
}

/** Children lie within their parent, one behind the other, and so do all other spans of a node. */
function expectNested(parent: Span, children: readonly TreeNode[]): void {
  let last = parent.start;
  for (const child of children) {
    if (child.start < last || child.end < child.start || child.end > parent.end) {
      throw new Error(`${JSON.stringify(child)} does not lie in ${parent.start} to ${parent.end}`);
    }
    last = child.end;
    expectNested(child, child.items ?? []);
    for (const [name, part] of Object.entries(child)) {
      if (name !== 'items' && isSpan(part) && (part.start < child.start || part.end > child.end)) {
        throw new Error(`${name} of ${JSON.stringify(child)} lies outside`);
      }
    }
  }
}

function isSpan(part: unknown): part is Span {
  return typeof part === 'object' && part !== null && 'start' in part && 'end' in part;
}

function expectSoundAnalysis(files: readonly SourceFile[]): void {
  const { diagnostics } = analyze(files);
  for (const { location, related, fixes, message } of diagnostics) {
    expect(message).not.toBe('');
    const places = [
      location,
      ...related.map((each) => each.location),
      ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.location)),
    ];
    for (const { file, span } of places) {
      expect(files).toContain(file);
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(file.text.length);
    }
  }
  const places = diagnostics.map(({ location: { file, span } }) => [
    files.indexOf(file),
    span.start,
  ]);
  const sorted = places.toSorted(
    ([fileA = 0, startA = 0], [fileB = 0, startB = 0]) => fileA - fileB || startA - startB,
  );
  expect(places).toEqual(sorted);
}
