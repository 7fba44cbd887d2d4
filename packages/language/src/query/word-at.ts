/** The word, string or comment around an offset, whole or not; a line is enough to tell. */
import { scan, type Token } from '../syntax/scanner.ts';
import { CloseToken, OpenToken, RangeToken, StringToken } from '../syntax/tokens.ts';
import type { Span } from '../text/span.ts';

export interface WordAt {
  readonly kind: 'word' | 'string' | 'comment';
  /** Of a string, what is within its quotes; empty where no word is. */
  readonly span: Span;
  /** Where what stands before it ends: of a string, before its quote. */
  readonly start: number;
  /** Whether nothing but white space stands before it on its line. */
  readonly first: boolean;
  /** Of a string, whether its closing quote lacks. */
  readonly open: boolean;
}

/** A word that only begins at the offset is not at it: there something is to be put before it. */
export function wordAt(text: string, offset: number): WordAt {
  const lineStart = lineStartOf(text, offset);
  const found = scanLine(text, lineStart);
  const comment = found.comments.find(({ start, end }) => start < offset && offset <= end);
  if (comment !== undefined) {
    return { kind: 'comment', span: comment, start: comment.start, first: false, open: false };
  }
  const unended = found.unended;
  if (unended !== undefined && unended.start < offset) {
    const rest = /^[^\s"<>]*/.exec(text.slice(offset, unended.end))?.[0] ?? '';
    const span = { start: unended.start + 1, end: offset + rest.length };
    return { kind: 'string', span, start: unended.start, first: false, open: true };
  }
  const token = found.tokens.find(({ start, end }) => start < offset && offset <= end);
  const isFirst = text.slice(lineStart, token?.start ?? offset).trim() === '';
  if (token?.type === StringToken) {
    if (offset === token.end) return nothingAt(offset, false);
    const span = { start: token.start + 1, end: token.end - 1 };
    return { kind: 'string', span, start: token.start, first: false, open: false };
  }
  if (token !== undefined && !signs.has(token.type)) {
    const span = { start: token.start, end: token.end };
    return { kind: 'word', span, start: token.start, first: isFirst, open: false };
  }
  // What makes a reference or a variable of a word, before the word is there.
  const mark = text[offset - 1];
  if (token === undefined && (mark === '@' || mark === '$')) {
    const span = { start: offset - 1, end: offset };
    return { kind: 'word', span, start: span.start, first: false, open: false };
  }
  return nothingAt(offset, isFirst);
}

const signs = new Set([OpenToken, CloseToken, RangeToken]);

function nothingAt(offset: number, first: boolean): WordAt {
  return { kind: 'word', span: { start: offset, end: offset }, start: offset, first, open: false };
}

function lineStartOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

interface ScannedLine {
  readonly tokens: (Span & { readonly type: Token['tokenType'] })[];
  readonly comments: Span[];
  unended: Span | undefined;
}

function scanLine(text: string, start: number): ScannedLine {
  const line = /[^\r\n]*/y;
  line.lastIndex = start;
  const found: ScannedLine = { tokens: [], comments: [], unended: undefined };
  scan(
    line.exec(text)?.[0] ?? '',
    (piece) => {
      const from = start + piece.start;
      for (const { startOffset, endOffset, tokenType } of piece.tokens) {
        const span = { start: from + startOffset, end: from + endOffset + 1 };
        found.tokens.push({ ...span, type: tokenType });
      }
      for (const each of piece.comments) {
        found.comments.push({ start: from + each.start, end: from + each.end });
      }
      for (const { kind, ...each } of piece.errors) {
        if (kind !== 'unterminated-string') continue;
        found.unended = { start: from + each.start, end: from + each.end };
      }
    },
    start === 0,
  );
  return found;
}
