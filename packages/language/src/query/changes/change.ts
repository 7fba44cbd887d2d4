/** What a person may want changed in a project's text, and how it is written in the one form. */
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import { format } from '../../format/format.ts';
import type * as ast from '../../syntax/ast.ts';
import { createSourceFile } from '../../text/source-file.ts';
import type { Span } from '../../text/span.ts';
import { type TextChange, textChanges } from '../format-edits.ts';
import type { PieceAt } from '../pieces.ts';

export interface Change extends Fix {
  readonly kind: 'mend' | 'silence' | 'extract' | 'inline';
  /** What it mends or silences. */
  readonly diagnostic: Diagnostic | undefined;
}

export type Edits = Change['edits'];

/** Edits of a declaration, offsets in its piece, with all of it in the one form where it has one. */
export function rewritten(
  { piece, file, start: at }: PieceAt,
  { start, end }: ast.Declaration,
  edits: readonly TextChange[],
): Edits {
  const before = piece.text.slice(start, end);
  let after = before;
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    after = after.slice(0, edit.start - start) + edit.text + after.slice(edit.end - start);
  }
  return textChanges(at + start, before, inOneForm(after)).map(({ start, end, text }) => {
    return { location: { file, span: { start, end } }, text };
  });
}

/** A new declaration below another, a blank line between them. */
export function below({ piece, file, start }: PieceAt, text: string): Edits {
  const end = start + piece.text.trimEnd().length;
  const isLast = end === file.text.trimEnd().length && !/[\r\n]$/.test(file.text);
  const written = `\n\n${inOneForm(text)}${isLast ? '\n' : ''}`;
  return [{ location: { file, span: { start: end, end } }, text: written }];
}

/** An item below another, or at the start of a block; `after` is where that one ends. */
export function inserted({ piece: { text } }: PieceAt, after: number, item: string): TextChange {
  const rest = /[ \t]*(?:#[^\r\n]*)?/y;
  rest.lastIndex = after;
  const end = after + (rest.exec(text)?.[0].length ?? 0);
  // A comment at the end of its line stays with what it stands behind.
  if (isLineEnd(text, end)) return { start: end, end, text: `\n${item}` };
  return { start: after, end: after, text: `\n${item}\n` };
}

/** Text of items in the place of a span, on lines of its own. */
export function replaced({ piece: { text } }: PieceAt, span: Span, items: string): TextChange {
  const { start, end } = span;
  const isFirst = indentOf(text, start) !== undefined;
  const isLast = isLineEnd(text, end);
  return { start, end, text: `${isFirst ? '' : '\n'}${items.trim()}${isLast ? '' : '\n'}` };
}

/** The white space before what begins its line; `undefined` where something else does. */
export function indentOf(text: string, start: number): string | undefined {
  let lineStart = start;
  while (text[lineStart - 1] === ' ' || text[lineStart - 1] === '\t') lineStart--;
  const isFirst = lineStart === 0 || isLineEnd(text, lineStart - 1);
  return isFirst ? text.slice(lineStart, start) : undefined;
}

/** Where the last item of a block ends, or its `<`; `undefined` where it has none. */
export function endOfItems({ items, open }: ast.Block<Span>): number | undefined {
  return open && (items.at(-1)?.end ?? open.end);
}

function isLineEnd(text: string, offset: number): boolean {
  return offset === text.length || text[offset] === '\n' || text[offset] === '\r';
}

function inOneForm(text: string): string {
  const result = format(createSourceFile('', text));
  return result.kind === 'formatted' ? result.text.trimEnd() : text;
}
