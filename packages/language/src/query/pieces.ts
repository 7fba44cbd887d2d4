/** The pieces of files with where they lie, as queries go through them. */
import { type Analysis, type FilePieces, stateOf } from '../analysis.ts';
import type { ParsedPiece } from '../syntax/parse.ts';
import type { Location } from '../text/piece.ts';
import { lowerBound } from '../text/search.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';

export interface PieceAt {
  readonly piece: ParsedPiece;
  readonly file: SourceFile;
  /** Where it starts in its file. */
  readonly start: number;
}

/** Every piece of a project, in the order of files and of text. */
export function* allPieces(analysis: Analysis): Iterable<PieceAt> {
  for (const file of stateOf(analysis).files.values()) yield* piecesFrom(file, 0);
}

/** The piece around an offset; at an edge between two the second, which begins there. */
export function pieceAt(analysis: Analysis, path: string, offset: number): PieceAt | undefined {
  for (const placed of piecesTouching(analysis, path, { start: offset, end: offset }))
    return placed;
  return undefined;
}

/** The pieces that lie in a stretch of a file, in part at least. */
export function* piecesTouching(
  analysis: Analysis,
  path: string,
  { start, end }: Span,
): Iterable<PieceAt> {
  const file = stateOf(analysis).files.get(path);
  if (file === undefined) return;
  const first = lowerBound(file.starts, start + 1, (each) => each) - 1;
  for (const placed of piecesFrom(file, Math.max(first, 0))) {
    if (placed.start > end) return;
    yield placed;
  }
}

export function piecesIn(analysis: Analysis, path: string): Iterable<PieceAt> {
  return piecesTouching(analysis, path, { start: 0, end: Number.POSITIVE_INFINITY });
}

/** Where a span of a piece lies. */
export function locationIn({ file, start: at }: PieceAt, { start, end }: Span): Location {
  return { file, span: { start: at + start, end: at + end } };
}

function* piecesFrom({ file, pieces, starts }: FilePieces, first: number): Iterable<PieceAt> {
  for (let index = first; index < pieces.length; index++) {
    yield { file, piece: pieces[index] as ParsedPiece, start: starts[index] as number };
  }
}
