/**
 * Which of the errors in a piece are mistakes, and which only follow from one: after the first, no
 * other is told until something can be read again or the line ends.
 */
import { lowerBound } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import type { Declaration } from './ast.ts';
import type { ParseError } from './parse-error.ts';
import type { LexicalError, ScannedPiece, Token } from './scanner.ts';

type SyntaxError = LexicalError | ParseError;

/** In the order of the text. */
export function withoutConsequences(
  text: string,
  { tokens, errors: lexical }: ScannedPiece,
  declarations: readonly Declaration[],
  parseErrors: readonly ParseError[],
): readonly SyntaxError[] {
  const lines = lineStarts(text);
  const nodes = nodeStarts(declarations);
  const lineOf = (offset: number): number => lowerBound(lines, offset + 1, itself);
  const nodeOf = (offset: number): number => lowerBound(nodes, offset + 1, itself);
  const declarationOf = (offset: number): number =>
    lowerBound(declarations, offset + 1, ({ start }) => start);
  const unended = lexical.filter(({ kind }) => kind === 'unterminated-string');
  // A quote may lack where the string seems to end or where it should have begun; either way its
  // line can't be read, nor can the first word of the next.
  const unreadLines = new Set(unended.map(({ start }) => lineOf(start)));
  const behindUnended = new Set(tokensBehind(tokens, unended));
  const behindCharacters = new Set(
    tokensBehind(
      tokens,
      lexical.filter(({ kind }) => kind === 'unexpected-character'),
    ).filter((token) => !token.first),
  );
  const last = tokens.at(-1)?.startOffset ?? 0;
  const stumbled = new Set(
    parseErrors.flatMap((error) => (error.kind === 'unexpected-token' ? (error.token ?? []) : [])),
  );

  /** `}` and the like, each of which may have been meant as the `>` of a block. */
  let otherCloses = lexical.filter(
    ({ kind, start, end }) =>
      kind === 'unexpected-character' && /[)}\]]/.test(text.slice(start, end)),
  ).length;
  const behindOtherOpens = new Set(
    tokensBehind(
      tokens,
      lexical.filter(
        ({ kind, start, end }) =>
          kind === 'unexpected-character' && /[({[]/.test(text.slice(start, end)),
      ),
    ),
  );
  let told: { readonly line: number; readonly node: number } | undefined;
  let toldIn: number | undefined;
  let lastInvalid: Token | undefined;
  const seen = new Set<number>();
  return [...lexical, ...parseErrors]
    .sort((a, b) => startOf(a) - startOf(b))
    .filter((error) => {
      const { kind } = error;
      if (kind === 'unterminated-string') return true;
      const start = startOf(error);
      if (seen.has(start)) return false;
      if (unended.length > 0 && isAboutTheEnd(error)) return false;
      // Where reading fails right behind a `<`, that may be one too many.
      if (kind === 'unclosed-block') {
        const [behind] = tokensBehind(tokens, [error.open]);
        if (behind !== undefined && !behind.first && stumbled.has(behind)) return false;
        if (otherCloses > 0) {
          otherCloses--;
          return false;
        }
      }
      if (kind === 'unclosed-block' || kind === 'invalid-token' || kind === 'invalid-escape') {
        seen.add(start);
        if (kind === 'invalid-token') lastInvalid = error.token;
        return true;
      }
      const offset = Math.min(start, last);
      const line = lineOf(offset);
      if (unreadLines.has(line)) return false;
      if ('token' in error && error.token !== undefined) {
        if (behindUnended.has(error.token) || behindCharacters.has(error.token)) return false;
        if (behindOtherOpens.has(error.token)) return false;
      }
      // What is malformed may be two in one, or belong elsewhere.
      if (kind === 'unexpected-token' && lastInvalid !== undefined) {
        const [behind] = tokensBehind(tokens, [spanOf(lastInvalid)]);
        if (behind === error.token) return false;
      }
      const node = nodeOf(offset);
      const declaration = declarationOf(offset);
      // A `>` too many is more likely where something else went wrong before.
      if (kind === 'unexpected-close' && toldIn === declaration) return false;
      if (told?.line === line && told.node === node) return false;
      told = { line, node };
      toldIn = declaration;
      seen.add(start);
      return true;
    });
}

export function isLexical(error: SyntaxError): error is LexicalError {
  return error.kind === 'unexpected-character' || error.kind === 'unterminated-string';
}

/** At the end of the piece: further than any offset, but within the extent of its last declaration. */
export function startOf(error: SyntaxError): number {
  if (isLexical(error)) return error.start;
  switch (error.kind) {
    case 'unclosed-block':
      return error.open.start;
    case 'invalid-escape':
      return error.span.start;
    default:
      return error.token?.startOffset ?? Number.MAX_SAFE_INTEGER;
  }
}

/** A string without an end took the rest of its line, a `>` perhaps. */
function isAboutTheEnd(error: SyntaxError): boolean {
  return (
    error.kind === 'unclosed-block' ||
    (error.kind === 'unexpected-token' && error.token === undefined)
  );
}

function spanOf({ startOffset, endOffset }: Token): Span {
  return { start: startOffset, end: endOffset + 1 };
}

/** The token that follows each. */
function tokensBehind(tokens: readonly Token[], spans: readonly Span[]): readonly Token[] {
  return spans.flatMap(
    ({ end }) => tokens[lowerBound(tokens, end, ({ startOffset }) => startOffset)] ?? [],
  );
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

function nodeStarts(declarations: readonly Declaration[]): readonly number[] {
  const starts: number[] = [];
  const add = (node: { readonly start: number; readonly items?: readonly { start: number }[] }) => {
    starts.push(node.start);
    for (const item of node.items ?? []) add(item);
  };
  for (const declaration of declarations) add(declaration);
  return starts;
}

const itself = (offset: number): number => offset;
