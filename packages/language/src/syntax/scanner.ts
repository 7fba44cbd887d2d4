/**
 * Text to tokens, and at the same pass to pieces: a declaration's first words begin a new piece
 * wherever they stand at a line's start, whatever block is open. No token spans a line end, so a
 * piece can be scanned without what stands above it. One look at each character.
 */
import type { IToken, TokenType } from 'chevrotain';
import {
  ClockToken,
  CloseToken,
  DigitsToken,
  keywords,
  NameToken,
  OpenToken,
  RangeToken,
  RefToken,
  StringToken,
  VariableToken,
  wordToken,
} from './tokens.ts';

/** A token whose offsets count from the start of its piece; `endOffset` is inclusive, as chevrotain has it. */
export interface Token extends IToken {
  startOffset: number;
  endOffset: number;
  tokenType: TokenType;
  tokenTypeIdx: number;
  /** Whether nothing but white space stands before it on its line. */
  readonly first: boolean;
}

/** From `#` to the end of its line. */
export interface Comment {
  start: number;
  end: number;
  /** Whether it has its line to itself. */
  readonly first: boolean;
}

/** A stretch of text that is no token, or a string without an end. */
export interface LexicalError {
  readonly kind: 'unexpected-character' | 'unterminated-string';
  start: number;
  end: number;
}

export interface ScannedPiece {
  /** Where the piece lies in the text that was scanned. */
  readonly start: number;
  end: number;
  readonly tokens: Token[];
  readonly comments: Comment[];
  readonly errors: LexicalError[];
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const PLUS = 43;
const HYPHEN = 45;
const DOT = 46;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const AT = 64;
const BACKSLASH = 92;
const UNDERSCORE = 95;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Splits a text into its pieces and hands on each as it is complete, so that its tokens need not
 * outlive it; what stands before the first declaration is a piece too, if anything does.
 */
export function scan(text: string, take: (piece: ScannedPiece) => void, ofFile = true): void {
  let piece = newPiece(0);
  /** Offset in the text of the line under way, and of the comments directly above it. */
  let lineStart = 0;
  let commentsStart = -1;
  /** Whether nothing but white space and comments came before on this line. */
  let first = true;
  // A byte-order mark is one only where the file begins.
  let position = ofFile && startsWithMark(text) ? 1 : 0;
  const length = text.length;

  const newLine = (at: number): void => {
    // A line that held nothing, or anything but a comment, parts what is above from what is below.
    if (!(first && lastCommentStart >= lineStart)) commentsStart = -1;
    else if (commentsStart < 0) commentsStart = lineStart;
    lineStart = at;
    first = true;
  };
  let lastCommentStart = -1;
  /** The first word of a declaration, if the token before was one at its line's start. */
  let opening: { token: Token; start: number } | undefined;

  const add = (type: TokenType, start: number, end: number, image?: string): void => {
    if (opening !== undefined) {
      if (beginsDeclaration(opening.token, type)) {
        const next = cut(piece, opening.start, opening.token);
        if (next !== piece) {
          if (piece.end > piece.start) take(piece);
          piece = next;
        }
      }
      opening = undefined;
    }
    const token = new ScannedToken(
      type,
      image ?? text.slice(start, end),
      start - piece.start,
      end - piece.start - 1,
      first,
    );
    piece.tokens.push(token);
    if (first && mayOpen.has(type)) {
      opening = { token, start: commentsStart < 0 ? lineStart : commentsStart };
    }
    first = false;
  };

  while (position < length) {
    const code = text.charCodeAt(position);
    if (code === SPACE || code === TAB) {
      position++;
    } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      position++;
      if (code === CARRIAGE_RETURN && text.charCodeAt(position) === LINE_FEED) position++;
      newLine(position);
    } else if (code === HASH) {
      const end = endOfLine(text, position);
      piece.comments.push({ start: position - piece.start, end: end - piece.start, first });
      lastCommentStart = position;
      position = end;
    } else if (isDigit(code)) {
      const start = position;
      let clock = false;
      position = endOfWord(text, position);
      for (let next = text.charCodeAt(position); ; next = text.charCodeAt(position)) {
        if (next === COLON) clock = true;
        else if (next !== PLUS || !clock) break;
        position = endOfWord(text, position + 1);
      }
      add(clock ? ClockToken : DigitsToken, start, position);
    } else if (isWordAt(text, position, code)) {
      const start = position;
      position = endOfWord(text, position);
      const image = text.slice(start, position);
      add(wordToken(image), start, position, image);
    } else if (code === LESS || code === GREATER) {
      add(code === LESS ? OpenToken : CloseToken, position, position + 1);
      position++;
    } else if (code === QUOTE) {
      const start = position;
      const end = endOfString(text, start);
      if (end < 0) {
        position = endOfLine(text, start);
        while (isBlank(text.charCodeAt(position - 1))) position--;
        add(StringToken, start, position);
        piece.errors.push({
          kind: 'unterminated-string',
          start: start - piece.start,
          end: position - piece.start,
        });
      } else {
        position = end;
        add(StringToken, start, position);
      }
    } else if ((code === AT || code === DOLLAR) && isWordStart(text, position + 1)) {
      const start = position;
      position = endOfWord(text, position + 1);
      add(code === AT ? RefToken : VariableToken, start, position);
    } else if (code === DOT && text.charCodeAt(position + 1) === DOT) {
      add(RangeToken, position, position + 2);
      position += 2;
    } else {
      const start = position;
      position += text.codePointAt(position)! > 0xffff ? 2 : 1;
      const last = piece.errors.at(-1);
      if (last?.kind === 'unexpected-character' && last.end === start - piece.start) {
        last.end = position - piece.start;
      } else {
        piece.errors.push({
          kind: 'unexpected-character',
          start: start - piece.start,
          end: position - piece.start,
        });
      }
    }
  }
  piece.end = length;
  take(piece);
}

export function startsWithMark(text: string): boolean {
  return text.charCodeAt(0) === BYTE_ORDER_MARK;
}

class ScannedToken implements Token {
  tokenType: TokenType;
  tokenTypeIdx: number;
  readonly image: string;
  startOffset: number;
  endOffset: number;
  readonly first: boolean;

  constructor(type: TokenType, image: string, start: number, end: number, first: boolean) {
    this.tokenType = type;
    this.tokenTypeIdx = type.tokenTypeIdx as number;
    this.image = image;
    this.startOffset = start;
    this.endOffset = end;
    this.first = first;
  }
}

const mayOpen = new Set<TokenType>([
  keywords.project,
  keywords.contact,
  keywords.plan,
  keywords.schedule,
  keywords.rotation,
  keywords.template,
  keywords.extern,
  keywords.test,
]);

/** Whether two tokens are the first words of a declaration. */
export function beginsDeclaration(first: Token, second: TokenType): boolean {
  switch (first.tokenType) {
    case keywords.test:
      return second === StringToken;
    case keywords.extern:
      return second === keywords.contact;
    default:
      return (
        mayOpen.has(first.tokenType) &&
        NameToken.categoryMatchesMap?.[second.tokenTypeIdx as number] === true
      );
  }
}

function newPiece(start: number): ScannedPiece {
  return { start, end: start, tokens: [], comments: [], errors: [] };
}

/** Begins a piece at `start`, with what the one before it had already taken from there on. */
function cut(piece: ScannedPiece, start: number, opening: Token): ScannedPiece {
  if (start === piece.start) return piece;
  const shift = start - piece.start;
  const next = newPiece(start);
  piece.end = start;
  piece.tokens.pop();
  opening.startOffset -= shift;
  opening.endOffset -= shift;
  next.tokens.push(opening);
  for (const list of ['comments', 'errors'] as const) {
    const from = piece[list].findIndex((entry) => entry.start >= shift);
    if (from < 0) continue;
    for (const entry of piece[list].splice(from)) {
      entry.start -= shift;
      entry.end -= shift;
      (next[list] as (Comment | LexicalError)[]).push(entry);
    }
  }
  return next;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isAsciiWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    isDigit(code) ||
    code === UNDERSCORE ||
    code === HYPHEN
  );
}

const letterOrDigit = /[\p{L}\p{Nd}]/u;

function isWordAt(text: string, position: number, code: number): boolean {
  if (code < 128) return isAsciiWord(code);
  return letterOrDigit.test(String.fromCodePoint(text.codePointAt(position)!));
}

function isWordStart(text: string, position: number): boolean {
  return position < text.length && isWordAt(text, position, text.charCodeAt(position));
}

function endOfWord(text: string, from: number): number {
  let position = from;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (isAsciiWord(code)) position++;
    else if (code < 128 || !isWordAt(text, position, code)) break;
    else position += text.codePointAt(position)! > 0xffff ? 2 : 1;
  }
  return position;
}

function endOfLine(text: string, from: number): number {
  let position = from;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    position++;
  }
  return position;
}

/** Behind the closing quote; -1 where the line has none. */
function endOfString(text: string, from: number): number {
  for (let position = from + 1; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === QUOTE) return position + 1;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return -1;
    if (code === BACKSLASH) {
      const next = text.charCodeAt(position + 1);
      if (next !== LINE_FEED && next !== CARRIAGE_RETURN) position++;
    }
  }
  return -1;
}
