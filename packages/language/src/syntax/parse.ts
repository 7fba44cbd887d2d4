/**
 * A file's text to its pieces, each with its tree; given those of before, only what changed is
 * scanned and parsed again.
 */

import type { Finding } from '../diagnostics/diagnostic.ts';
import { finding } from '../diagnostics/finding.ts';
import { listed } from '../diagnostics/listed.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { matchingEnds } from '../text/matching-ends.ts';
import type { Piece } from '../text/piece.ts';
import { itself, lowerBound } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { characterName } from '../values/character-name.ts';
import type { Declaration } from './ast.ts';
import { isLexical, startOf, withoutConsequences } from './consequences.ts';
import type { ParseError } from './parse-error.ts';
import { OncallParser } from './parser.ts';
import {
  type Comment,
  type LexicalError,
  type ScannedPiece,
  scan,
  startsWithMark,
  type Token,
} from './scanner.ts';
import { keywords, RefToken, StringToken } from './tokens.ts';

/** A piece with all that syntax knows of it. */
export interface ParsedPiece extends Piece {
  /** Of its file. */
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly comments: readonly Comment[];
  readonly findings: readonly Finding[];
  /** Where something can't be read, so that what seems missing may be written. */
  readonly damages: readonly number[];
  /** Where words start that may stand for something else: reading fails right behind them. */
  readonly misread: readonly number[];
  /** Words and references in what can't be read: they may declare, or use, what nothing else does. */
  readonly skippedNames: ReadonlySet<string>;
}

/**
 * How far the declaration around an offset extends: up to the next one, so that what can't be read
 * behind it counts to it, and the first from the start of its piece.
 */
export function extentAt(declarations: readonly Declaration[], offset: number): Span {
  const next = lowerBound(declarations, offset + 1, ({ start }) => start);
  return {
    start: next <= 1 ? 0 : (declarations[next - 1] as Declaration).start,
    end: declarations[next]?.start ?? Number.POSITIVE_INFINITY,
  };
}

/** Whether a text declares the project, which makes its folder one. */
export function declaresProject(text: string): boolean {
  let found = false;
  if (!text.includes('project')) return found;
  scan(text, (piece) => {
    const mayDeclare = piece.tokens.some(({ tokenType }) => tokenType === keywords.project);
    if (found || !mayDeclare) return;
    found = readerOfPieces()
      .parse(piece)
      .declarations.some(({ kind }) => kind === 'project');
  });
  return found;
}

export interface ParsedFile {
  readonly text: string;
  readonly pieces: readonly ParsedPiece[];
  /** Where each piece starts. */
  readonly starts: readonly number[];
  /** How many declarations had to be parsed. */
  readonly parsed: number;
  /** How many pieces at the start, and at the end, are those of the file before. */
  readonly kept: { readonly head: number; readonly tail: number };
}

export function parse(text: string, previous?: ParsedFile, path = ''): ParsedFile {
  if (previous === undefined) {
    const { pieces, parsed } = parsePieces(path, text, new Map(), true);
    return { text, pieces, starts: startsOf(pieces), parsed, kept: { head: 0, tail: 0 } };
  }
  const { pieces, starts } = previous;
  if (previous.text === text) {
    return { ...previous, parsed: 0, kept: { head: pieces.length, tail: 0 } };
  }
  const grown = text.length - previous.text.length;
  let { head, tail } = touched(previous, text);
  let made: ParsedPieces = { pieces: [], parsed: 0 };
  for (let done = false; !done; ) {
    // Up to a declaration that comes out as it was: behind it all is as it was too. Any other may
    // have lost its first words, so that comments at its end belong to the next.
    tail = behindDeclaration(pieces, tail);
    const start = starts[head] ?? previous.text.length;
    const end = (starts[tail] ?? previous.text.length) + grown;
    const known = knownByText([...pieces.slice(head, tail), ...made.pieces]);
    const { parsed } = made;
    made = parsePieces(path, copy(text.slice(start, end)), known, start === 0);
    made = { pieces: made.pieces, parsed: made.parsed + parsed };
    done = tail === pieces.length || made.pieces.at(-1)?.text === pieces[tail - 1]?.text;
  }
  const kept = { head, tail: pieces.length - tail };
  let middle = made.pieces;
  while (middle.length > 0 && middle[0] === pieces[kept.head]) {
    middle = middle.slice(1);
    kept.head++;
  }
  while (middle.length > 0 && middle.at(-1) === pieces[pieces.length - kept.tail - 1]) {
    middle = middle.slice(0, -1);
    kept.tail++;
  }
  const behind = pieces.length - kept.tail;
  return {
    text,
    pieces: pieces.slice(0, kept.head).concat(middle, pieces.slice(behind)),
    starts: starts.slice(0, kept.head).concat(
      startsOf(middle, starts[kept.head] ?? previous.text.length),
      starts.slice(behind).map((each) => each + grown),
    ),
    parsed: made.parsed,
    kept,
  };
}

/** The pieces that a change lies in or may join, from head up to but without tail. */
function touched(
  { text: before, pieces, starts }: ParsedFile,
  text: string,
): { readonly head: number; readonly tail: number } {
  const common = matchingEnds(before, text);
  let head = pieces.length;
  if (common.head < before.length) head = lowerBound(starts, common.head + 1, itself) - 1;
  if (head > 0) head--;
  return { head, tail: Math.max(head, lowerBound(starts, before.length - common.tail, itself)) };
}

/** Behind the next piece from an index on that declares something. */
function behindDeclaration(pieces: readonly ParsedPiece[], from: number): number {
  let next = from;
  while (pieces[next]?.declarations.length === 0) next++;
  return Math.min(next + 1, pieces.length);
}

function knownByText(pieces: readonly ParsedPiece[]): ReadonlyMap<string, ParsedPiece[]> {
  const known = new Map<string, ParsedPiece[]>();
  for (const piece of pieces) {
    // What its first character is depends on where it stands.
    if (startsWithMark(piece.text)) continue;
    const same = known.get(piece.text);
    if (same === undefined) known.set(piece.text, [piece]);
    else same.push(piece);
  }
  return known;
}

function startsOf(pieces: readonly Piece[], from = 0): readonly number[] {
  let offset = from;
  return pieces.map(({ text }) => {
    const start = offset;
    offset += text.length;
    return start;
  });
}

interface ParsedPieces {
  readonly pieces: ParsedPiece[];
  readonly parsed: number;
}

function parsePieces(
  path: string,
  text: string,
  known: ReadonlyMap<string, ParsedPiece[]>,
  ofFile: boolean,
): ParsedPieces {
  const pieces: ParsedPiece[] = [];
  let parsed = 0;
  scan(
    text,
    (scanned) => {
      const pieceText = text.slice(scanned.start, scanned.end);
      // Else all text would be hashed at first, for nothing.
      const same = known.size === 0 ? undefined : known.get(pieceText)?.shift();
      if (same === undefined) {
        const piece = parsePiece(path, pieceText, scanned);
        parsed += piece.declarations.length;
        pieces.push(piece);
      } else {
        pieces.push(same);
      }
    },
    ofFile,
  );
  return { pieces, parsed };
}

let parser: OncallParser | undefined;

function readerOfPieces(): OncallParser {
  parser ??= new OncallParser();
  return parser;
}

function parsePiece(path: string, text: string, scanned: ScannedPiece): ParsedPiece {
  const { declarations, errors, literalErrors, skipped } = readerOfPieces().parse(scanned);
  const { comments } = scanned;
  const all = [...errors, ...literalErrors];
  if (all.length === 0 && scanned.errors.length === 0 && skipped.length === 0) {
    return { path, text, declarations, comments, ...flawless };
  }
  const findings: Finding[] = [];
  const piece: ParsedPiece = {
    path,
    text,
    declarations,
    comments,
    findings,
    damages: [...errors.map(startOf), ...scanned.errors.map(({ start }) => start)].sort(
      (a, b) => a - b,
    ),
    misread: misreadIn(scanned, errors),
    skippedNames: skippedNames(text, scanned, [...skipped, ...stumbledOver(errors)]),
  };
  for (const error of withoutConsequences(text, scanned, declarations, all)) {
    findings.push(
      isLexical(error) ? ofLexicalError(piece, error) : ofParseError(piece, error, scanned.tokens),
    );
  }
  return piece;
}

const nothing: ReadonlySet<string> = new Set();

/** What there is to say of most pieces. */
const flawless = { findings: [], damages: [], misread: [], skippedNames: nothing };

/** Chevrotain's recovery may have deleted any of them. */
function stumbledOver(errors: readonly ParseError[]): readonly Token[] {
  return errors.flatMap((error) => (error.kind === 'unexpected-token' ? (error.token ?? []) : []));
}

/** Keywords, strings, and what stands at the end of a line, right before what can't be read. */
function misreadIn(
  { tokens, errors: lexical }: ScannedPiece,
  errors: readonly ParseError[],
): readonly number[] {
  // `@ alice`: what stands behind a character without meaning may be but half of what was meant.
  const behind = lexical.flatMap(({ kind, end }) => {
    if (kind !== 'unexpected-character') return [];
    const next = tokens[lowerBound(tokens, end, (token) => token.startOffset)];
    return next === undefined || next.first ? [] : [next.startOffset];
  });
  const before = errors.flatMap((error) => {
    if (error.kind !== 'unexpected-token' || error.token === undefined) return [];
    const { startOffset, first } = error.token;
    const before = tokens[lowerBound(tokens, startOffset, (token) => token.startOffset) - 1];
    if (before === undefined) return [];
    const mayBeOther = first || before.tokenType === StringToken || before.image in keywords;
    return mayBeOther ? [before.startOffset] : [];
  });
  return [...behind, ...before].sort((a, b) => a - b);
}

function skippedNames(
  text: string,
  { errors }: ScannedPiece,
  skipped: readonly Token[],
): ReadonlySet<string> {
  const unended = errors.filter(({ kind }) => kind === 'unterminated-string');
  if (skipped.length === 0 && unended.length === 0) return nothing;
  const names = new Set(skipped.map(nameOf));
  for (const { start, end } of unended) {
    for (const [word] of text.slice(start, end).matchAll(/[\p{L}\p{Nd}_-]+/gu)) names.add(word);
  }
  return names;
}

function nameOf(token: Token): string {
  if (token.tokenType === StringToken) return token.image.slice(1, -1);
  return token.tokenType === RefToken ? token.image.slice(1) : token.image;
}

function ofLexicalError(piece: Piece, { kind, start, end }: LexicalError): Finding {
  const origin = { piece, start, end };
  if (kind === 'unterminated-string') return finding(kind, origin);
  return finding(kind, origin, { characters: visible(piece.text.slice(start, end)) });
}

function ofParseError(piece: Piece, error: ParseError, tokens: readonly Token[]): Finding {
  const at = (span: Span) => ({ piece, start: span.start, end: span.end });
  switch (error.kind) {
    case 'unclosed-block':
      return finding(error.kind, at(error.open));
    case 'invalid-escape':
      return finding(error.kind, at(error.span), {
        written: visible(piece.text.slice(error.span.start, error.span.end)),
      });
    case 'unexpected-close':
      return finding(error.kind, at(spanOf(error.token)));
    case 'invalid-token':
      return finding(error.kind, at(spanOf(error.token)), {
        written: visible(error.token.image),
        meant: error.meant,
        example: error.example,
      });
    case 'unexpected-token': {
      const { token } = error;
      const expected = listed(error.expected, 'or');
      if (token === undefined) {
        const last = tokens.at(-1);
        const origin = at(last === undefined ? { start: 0, end: 0 } : spanOf(last));
        return finding(error.kind, origin, { found: '', expected, nearest: undefined });
      }
      const words = error.expected.filter((word) => word !== token.image && word in keywords);
      return finding(error.kind, at(spanOf(token)), {
        found: visible(token.image),
        expected,
        nearest: nearest(token.image, words),
      });
    }
  }
}

function spanOf(token: Token): Span {
  return { start: token.startOffset, end: token.endOffset + 1 };
}

/** Text of the user's as a message may show it: short, and without characters that can't be seen. */
function visible(text: string): string {
  const shown = text.replace(/[\p{C}\p{Z}]/gu, (character) =>
    character === ' ' ? character : characterName(character),
  );
  return shown.length > 40 ? `${shown.slice(0, 39)}…` : shown;
}

/** The same text in memory of its own: a slice would keep alive the whole text it was cut from. */
function copy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
