/**
 * What may stand at a place in the text, whatever is broken around it: the parser tells which
 * tokens.
 */
import { type Analysis, stateOf } from '../analysis.ts';
import { expectationsAfter } from '../syntax/expectations.ts';
import { type ScannedPiece, scan } from '../syntax/scanner.ts';
import { lowerBound } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import type { ExpectedThing } from './expected-thing.ts';
import { quietable } from './quietable.ts';
import { type Place, thingsOf } from './things-expected.ts';
import { wordAt } from './word-at.ts';

export interface Expected {
  /** What it would replace: the word around the offset, or what its string holds; may be empty. */
  readonly span: Span;
  readonly inside: 'text' | 'string' | 'comment';
  /** Whether it is in a string whose closing quote lacks. */
  readonly open: boolean;
  readonly things: readonly ExpectedThing[];
}

/** Takes the path of a file of the analysis, and an offset in its text. */
export function expectedAt(analysis: Analysis, path: string, offset: number): Expected {
  const found = stateOf(analysis).files.get(path);
  const text = found?.file.text ?? '';
  const { kind, span, start, first, open } = wordAt(text, offset);
  if (kind === 'comment') return inComment(analysis, text, span, offset);
  const inside = kind === 'string' ? kind : 'text';
  if (found === undefined) return { span, inside, open, things: [] };

  // From the piece before on: its block may be open, and the word may part what belongs to it.
  const at = Math.max(0, lowerBound(found.starts, start + 1, (each) => each) - 1);
  const from = found.starts[Math.max(0, at - 1)] ?? 0;
  const before = lastPiece(text.slice(from, start), from === 0);
  const trees = found.pieces.slice(Math.max(0, at - 1), at + 1).flatMap((piece, index) => {
    const pieceStart = found.starts[Math.max(0, at - 1) + index] as number;
    return piece.declarations.map((declaration) => ({ declaration, pieceStart }));
  });
  const place: Place = { analysis, start: span.start, from: from + before.start, trees };

  const things = expectationsAfter(before)
    .filter(({ token }) => inside === 'text' || token.kind === 'string')
    .flatMap((expectation) => thingsOf(expectation, place));
  const unclosed = found.pieces[at]?.findings.some(({ code }) => code === 'unclosed-block');
  const isAlone = /^[ \t]*(?:[\r\n#]|$)/.test(text.slice(span.end));
  if (first && isAlone && unclosed && !things.some((each) => each.kind === 'declaration')) {
    things.push(...declarationsAnywhere());
  }
  return { span, inside, open, things };
}

/** What begins a declaration begins one at each line's start, whatever block is open. */
function declarationsAnywhere(): readonly ExpectedThing[] {
  return expectationsAfter(lastPiece('', true)).flatMap(({ token }) =>
    token.kind === 'word' ? [{ kind: 'declaration', word: token.word }] : [],
  );
}

function inComment(analysis: Analysis, text: string, comment: Span, offset: number): Expected {
  const before = text.slice(comment.start, offset);
  const behind = (pattern: RegExp): number =>
    offset + (pattern.exec(text.slice(offset, comment.end))?.[0].length ?? 0);
  const code = /^#[ \t]*oncall-ignore[ \t]+([\w-]*)$/.exec(before)?.[1];
  const word = /^#[ \t]*([\w-]*)$/.exec(before)?.[1];
  const rest = { inside: 'comment', open: false } as const;
  if (code !== undefined) {
    const span = { start: offset - code.length, end: behind(/^[\w-]*/) };
    return {
      ...rest,
      span,
      things: [{ kind: 'code', codes: quietable(analysis), named: new Set() }],
    };
  }
  const span = { start: offset - (word?.length ?? 0), end: offset };
  return { ...rest, span, things: word === undefined ? [] : [{ kind: 'ignore' }] };
}

function lastPiece(text: string, ofFile: boolean): ScannedPiece {
  let last: ScannedPiece | undefined;
  const take = (piece: ScannedPiece): void => {
    last = piece;
  };
  scan(text, take, ofFile);
  return last as unknown as ScannedPiece;
}
