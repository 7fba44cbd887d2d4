import {
  type Arbitrary,
  array,
  assert,
  constantFrom,
  nat,
  oneof,
  property,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import type { Declaration, Item } from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';
import { scan } from '../../src/syntax/scanner.ts';
import { createSourceFile } from '../../src/text/source-file.ts';
import { program } from '../program.ts';
import { taste } from './taste.ts';

type Node = Declaration | Item;

function formatted(text: string): string | undefined {
  const result = format(createSourceFile('main.oncall', text));
  return result.kind === 'formatted' ? result.text : undefined;
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  scan(text, (piece) => tokens.push(...piece.tokens.map(({ image }) => image)));
  return tokens;
}

/** In their order, without the blanks at their ends. */
function commentsOf(text: string): readonly string[] {
  const comments: string[] = [];
  scan(text, (piece) => {
    for (const { start, end } of piece.comments) {
      comments.push(text.slice(piece.start + start, piece.start + end).replace(/[ \t]+$/, ''));
    }
  });
  return comments;
}

/** Declarations and items in the order of their starts, with offsets in the text. */
function nodesOf(text: string): readonly { node: Node; start: number; end: number }[] {
  const { pieces, starts } = parse(text);
  return pieces.flatMap(({ declarations }, index) => {
    const enter = (node: Node): readonly Node[] =>
      'items' in node && node.kind !== 'override'
        ? [node, ...(node.items as Item[]).flatMap(enter)]
        : [node];
    const offset = starts[index] as number;
    return declarations.flatMap(enter).map((node) => ({
      node,
      start: offset + node.start,
      end: offset + node.end,
    }));
  });
}

/** The tree without its offsets. */
function treeOf(text: string): unknown {
  const bare = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(bare);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(
          ([key, value]) =>
            key !== 'open' && !(/^(start|end)$/.test(key) && Number.isInteger(value)),
        )
        .map(([key, value]) => [key, bare(value)]),
    );
  };
  return parse(text).pieces.flatMap((piece) => piece.declarations.map(bare));
}

/** Each comment that stands directly above a declaration or an item, with the number of that. */
function documentationOf(text: string): readonly (readonly [string, number])[] {
  const lines = text.replace(/^\ufeff/, ' ').split(/\r\n?|\n/);
  const lengths = text.split(/(\r\n?|\n)/);
  const entryOf = new Map<number, number>();
  const starts = nodesOf(text).map(({ start }) => start);
  let lineStart = 0;
  lines.forEach((line, index) => {
    const first = lineStart + (line.length - line.trimStart().length);
    const entry = starts.indexOf(first);
    if (entry >= 0) entryOf.set(index, entry);
    lineStart += line.length + (lengths[2 * index + 1]?.length ?? 0);
  });
  return lines.flatMap((line, index) => {
    if (!/^[ \t]*#/.test(line)) return [];
    let below = index + 1;
    while (/^[ \t]*#/.test(lines[below] ?? '')) below++;
    const entry = entryOf.get(below);
    return entry === undefined ? [] : [[line.replace(/^[ \t]+|[ \t]+$/g, ''), entry] as const];
  });
}

function expectKept(before: string, after: string): void {
  expect(parse(after).pieces.flatMap(({ findings }) => findings)).toEqual([]);
  expect(tokensOf(after)).toEqual(tokensOf(before));
  expect(commentsOf(after)).toEqual(commentsOf(before));
  expect(documentationOf(after)).toEqual(documentationOf(before));
  expect(treeOf(after)).toEqual(treeOf(before));
  expect(formatted(after)).toBe(after);
}

const columns = (line: string): number => [...line].length;

function joined(text: string): string {
  return tokensOf(text).join(' ').replaceAll(' .. ', '..');
}

/** Whether a block may stand on one line, if it is not too wide. */
function mayBeOneLine(node: Node, text: string): boolean {
  if (commentsOf(text).length > 0) return false;
  if (!('items' in node) || node.kind === 'override') return true;
  const [only, another] = node.items;
  return another === undefined && (only === undefined || mayBeOneLine(only, ''));
}

function expectNoBlankLineAtEdges(text: string): void {
  scan(text, ({ start: offset, tokens, comments }) => {
    const marks = [
      ...tokens.map(({ image, startOffset }) => ({ image, start: startOffset, first: true })),
      ...comments.map(({ start, end, first }) => ({
        image: text.slice(offset + start, offset + end),
        start,
        first,
      })),
    ].sort((a, b) => a.start - b.start);
    const beginnings = marks.filter(({ first }) => first);
    beginnings.forEach(({ image, start }, index) => {
      const above = text.slice(0, offset + start).replace(/ +$/, '');
      if (!above.endsWith('\n\n')) return;
      expect(image).not.toBe('>');
      expect(beginnings[index - 1]?.image).not.toBe('<');
    });
  });
}

function expectForm(text: string): void {
  expect(text).toMatch(/^$|[^\n]\n$/);
  expect(text).not.toMatch(/\n\n\n|^\n|[ \t]\n|\r|^\ufeff/);
  expectNoBlankLineAtEdges(text);
  const nodes = nodesOf(text);
  for (const { node, start, end } of nodes) {
    const written = text.slice(start, end);
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const room = 80 - (start - lineStart);
    if ('items' in node && node.kind !== 'override') {
      const fits = mayBeOneLine(node, written) && columns(joined(written)) <= room;
      expect(written.includes('\n')).toBe(!fits);
      if (fits) expect(written).toBe(joined(written));
      else expect(written).toMatch(/\n *>$/);
    } else if (commentsOf(written).length > 0) {
      expect(text.slice(lineStart, start)).toMatch(/^ *$/);
    } else if (node.kind === 'members') {
      const lines = written.split('\n').map((line) => line.trim());
      expect(lines.join(' ')).toBe(joined(written));
      const indent = start - lineStart;
      lines.forEach((line, index) => {
        const used = (index === 0 ? indent : indent + 4) + columns(line);
        expect(used <= 80 || !line.includes(' ')).toBe(true);
        const next = lines[index + 1]?.split(' ', 1)[0];
        if (next !== undefined) expect(used + 1 + columns(next)).toBeGreaterThan(80);
      });
    } else {
      expect(written).toBe(joined(written));
    }
  }
}

/** A text with a few places cut out, doubled or filled with something else. */
function mutated(text: string): Arbitrary<string> {
  const layout = constantFrom(
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\n\n\n',
    ' # c\n',
    '\n# c\n',
    '\n\n# c\n\n',
  );
  const other = constantFrom(
    '',
    '#',
    '\ufeff',
    '<',
    '< >',
    '"',
    '..',
    '@a ',
    '\ncontact x < >',
    'é',
  );
  const change = tuple(
    nat(text.length),
    oneof({ weight: 4, arbitrary: constantFrom(0) }, { weight: 1, arbitrary: nat(12) }),
    oneof({ weight: 4, arbitrary: layout }, { weight: 1, arbitrary: other }),
  );
  return array(change, { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce(
      (result, [at, length, fill]) => result.slice(0, at) + fill + result.slice(at + length),
      text,
    ),
  );
}

describe('any program', () => {
  it('keeps words, comments and tree, and is formatted once and for all', {
    timeout: 60_000,
  }, () => {
    assert(
      property(program(), (text) => {
        const form = formatted(text);
        expect(form).toBeDefined();
        expectKept(text, form as string);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gets the form that the design describes', { timeout: 60_000 }, () => {
    assert(
      property(program(), (text) => expectForm(formatted(text) as string)),
      { numRuns: 1_000 },
    );
  });
});

describe('any change of a program', () => {
  it('is refused for errors of syntax, or formatted', { timeout: 60_000 }, () => {
    let count = 0;
    assert(
      property(mutated(taste), (text) => {
        const form = formatted(text);
        expect(form === undefined).toBe(
          parse(text).pieces.some(({ findings }) => findings.length > 0),
        );
        if (form === undefined) return;
        count++;
        expectKept(text, form);
        expectForm(form);
      }),
      { numRuns: 1_000 },
    );
    expect(count).toBeGreaterThan(100);
  });
});

describe('any text', () => {
  const fragment = constantFrom(
    ...tokensOf(taste),
    '\n',
    '\r',
    ' ',
    '# c',
    '\n# c\n',
    '\ufeff',
    '"',
  );

  it.each([
    ['of any characters', string({ unit: 'binary' })],
    ['of pieces of a program', array(fragment, { maxLength: 60 }).map((parts) => parts.join(' '))],
  ])('%s is formatted or refused', (_kind, texts) => {
    assert(
      property(texts, (text) => {
        const form = formatted(text);
        if (form !== undefined) expectKept(text, form);
      }),
      { numRuns: 2_000 },
    );
  });
});
