/** What to change so that text has its one form: a file, some of its declarations, a line as it is typed. */
import type { Analysis } from '../analysis.ts';
import { format } from '../format/format.ts';
import { parse } from '../syntax/parse.ts';
import { scan } from '../syntax/scanner.ts';
import { CloseToken, OpenToken } from '../syntax/tokens.ts';
import { matchingEnds } from '../text/matching-ends.ts';
import { createSourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import { type PieceAt, pieceAt, piecesIn, piecesTouching } from './pieces.ts';

/** Text to put in the place of a span of the file. */
export interface TextChange extends Span {
  readonly text: string;
}

/**
 * The changes that format a file, or the declarations that a stretch of it touches. A file with
 * syntax errors is left alone, and so is each such declaration where a stretch is given.
 */
export function formatEdits(
  analysis: Analysis,
  path: string,
  stretch?: Span,
): readonly TextChange[] {
  if (stretch !== undefined) {
    return [...piecesTouching(analysis, path, stretch)].flatMap(changesWithin);
  }
  const pieces = [...piecesIn(analysis, path)];
  const file = pieces[0]?.file;
  const result = file && format(file);
  if (file === undefined || result?.kind !== 'formatted') return [];
  const formatted = parse(result.text).pieces;
  if (formatted.length !== pieces.length) return textChanges(0, file.text, result.text);
  return pieces.flatMap(({ piece, start }, index) =>
    textChanges(start, piece.text, formatted[index]?.text ?? ''),
  );
}

/** The change that indents a line as deep as the blocks that are open where it starts. */
export function indentEdit(
  analysis: Analysis,
  path: string,
  lineStart: number,
): TextChange | undefined {
  const at = pieceAt(analysis, path, lineStart);
  if (at === undefined) return undefined;
  const { file, piece, start } = at;
  const blank = /[ \t]*/y;
  blank.lastIndex = lineStart;
  const before = blank.exec(file.text)?.[0] ?? '';
  let depth = file.text[lineStart + before.length] === '>' ? -1 : 0;
  scan(
    piece.text.slice(0, lineStart - start),
    ({ tokens }) => {
      for (const { tokenType } of tokens) {
        if (tokenType === OpenToken) depth += 1;
        else if (tokenType === CloseToken) depth -= 1;
      }
    },
    start === 0,
  );
  const text = '  '.repeat(Math.max(depth, 0));
  return text === before ? undefined : { start: lineStart, end: lineStart + before.length, text };
}

/** White space between declarations is left as it is. */
function changesWithin({ piece, start }: PieceAt): readonly TextChange[] {
  const result = format(createSourceFile('', piece.text));
  if (result.kind === 'refused' || piece.declarations.length === 0) return [];
  const blank = /^\s*/.exec(piece.text)?.[0] ?? '';
  const from = Math.max(blank.lastIndexOf('\n'), blank.lastIndexOf('\r')) + 1;
  const written = piece.text.slice(from).trimEnd();
  return textChanges(start + from, written, result.text.trimEnd());
}

/** Nothing where two texts are the same, else what lies between what they begin and end with. */
export function textChanges(offset: number, before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  let { head, tail } = matchingEnds(before, after);
  // A place between the halves of \r\n is none.
  if (head > 0 && isHalved(before, head)) head--;
  if (tail > 0 && isHalved(before, before.length - tail)) tail--;
  return [
    {
      start: offset + head,
      end: offset + before.length - tail,
      text: after.slice(head, after.length - tail),
    },
  ];
}

function isHalved(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}
