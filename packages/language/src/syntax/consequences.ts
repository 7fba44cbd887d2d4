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
  piece: ScannedPiece,
  declarations: readonly Declaration[],
  parseErrors: readonly ParseError[],
): readonly SyntaxError[] {
  const around = surroundings(text, piece, declarations, parseErrors);
  const told = { starts: new Set<number>(), place: '', declaration: -1 };
  /** `}` and the like, each of which may have been meant as the `>` of a block. */
  let otherCloses = piece.errors.filter((error) => isCharacter(text, error, /[)}\]]/)).length;

  return [...piece.errors, ...parseErrors]
    .sort((a, b) => startOf(a) - startOf(b))
    .filter((error) => {
      const { kind } = error;
      if (kind === 'unterminated-string') return true;
      const start = startOf(error);
      if (told.starts.has(start) || around.followsFromString(error)) return false;
      if (kind === 'unclosed-block') {
        if (around.isStrayOpen(error.open)) return false;
        if (otherCloses > 0) {
          otherCloses--;
          return false;
        }
      }
      // These stand for themselves: nothing else on their line follows from them.
      if (kind === 'unclosed-block' || kind === 'invalid-token' || kind === 'invalid-escape') {
        told.starts.add(start);
        return true;
      }
      if (around.followsFromToken(error)) return false;
      const { place, declaration } = around.placeOf(start);
      // A `>` too many is more likely where something else went wrong before.
      if (kind === 'unexpected-close' && told.declaration === declaration) return false;
      if (told.place === place) return false;
      told.starts.add(start);
      told.place = place;
      told.declaration = declaration;
      return true;
    });
}

/** What stands around errors that they may follow from. */
function surroundings(
  text: string,
  { tokens, errors: lexical }: ScannedPiece,
  declarations: readonly Declaration[],
  parseErrors: readonly ParseError[],
) {
  const lines = lineStarts(text);
  const nodes = nodeStarts(declarations);
  const lineOf = (offset: number): number => lowerBound(lines, offset + 1, itself);
  const last = tokens.at(-1)?.startOffset ?? 0;
  const unended = lexical.filter(({ kind }) => kind === 'unterminated-string');
  // A quote may lack where the string seems to end or where it should have begun; either way its
  // line can't be read, nor can the first word of the next.
  const unreadLines = new Set(unended.map(({ start }) => lineOf(start)));
  const characters = lexical.filter(({ kind }) => kind === 'unexpected-character');
  const otherOpens = characters.filter((error) => isCharacter(text, error, /[({[]/));
  const invalid = parseErrors.flatMap((error) =>
    error.kind === 'invalid-token' ? spanOf(error.token) : [],
  );
  const misread = new Set([
    ...tokensBehind(tokens, unended),
    ...tokensBehind(tokens, characters).filter(({ first }) => !first),
    ...tokensBehind(tokens, otherOpens),
  ]);
  // What is malformed may be two in one, or belong elsewhere.
  const behindInvalid = new Set(tokensBehind(tokens, invalid));
  const stumbled = new Set(
    parseErrors.flatMap((error) => (error.kind === 'unexpected-token' ? (error.token ?? []) : [])),
  );

  return {
    /** A string without an end took the rest of its line, a `>` perhaps. */
    followsFromString(error: SyntaxError): boolean {
      return (
        unended.length > 0 &&
        (error.kind === 'unclosed-block' ||
          (error.kind === 'unexpected-token' && error.token === undefined))
      );
    },

    /** Where reading fails right behind a `<`, that may be one too many. */
    isStrayOpen(open: Span): boolean {
      const [behind] = tokensBehind(tokens, [open]);
      return behind !== undefined && !behind.first && stumbled.has(behind);
    },

    /** What stands right behind something that can't be read may be but half of what was meant. */
    followsFromToken(error: SyntaxError): boolean {
      if (unreadLines.has(lineOf(Math.min(startOf(error), last)))) return true;
      if (!('token' in error) || error.token === undefined) return false;
      if (misread.has(error.token)) return true;
      return error.kind === 'unexpected-token' && behindInvalid.has(error.token);
    },

    /** The line and the item that an offset lies in, and the declaration. */
    placeOf(start: number) {
      const offset = Math.min(start, last);
      return {
        place: `${lineOf(offset)} ${lowerBound(nodes, offset + 1, itself)}`,
        declaration: lowerBound(declarations, offset + 1, (each) => each.start),
      };
    },
  };
}

function isCharacter(
  text: string,
  { kind, start, end }: LexicalError,
  characters: RegExp,
): boolean {
  return kind === 'unexpected-character' && characters.test(text.slice(start, end));
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
