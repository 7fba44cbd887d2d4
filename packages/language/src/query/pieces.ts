/** The pieces of files, as queries go through them. */
import { type Analysis, type FilePieces, stateOf } from '../analysis.ts';
import type { ParsedPiece } from '../syntax/parse.ts';
import type { Origin } from '../text/piece.ts';
import { lowerBound } from '../text/search.ts';
import type { Span } from '../text/span.ts';

export interface PieceAt {
  readonly piece: ParsedPiece;
  /** Where it starts in its file. */
  readonly start: number;
}

export function piecesOf(analysis: Analysis, path: string): FilePieces | undefined {
  return stateOf(analysis).files.get(path);
}

/** Every piece of a project, in the order of files and of text. */
export function* allPieces(analysis: Analysis): Iterable<ParsedPiece> {
  for (const { pieces } of stateOf(analysis).files.values()) yield* pieces;
}

/** The piece around an offset; at an edge between two the second, which begins there. */
export function pieceAt(analysis: Analysis, path: string, offset: number): PieceAt | undefined {
  const file = piecesOf(analysis, path);
  if (file === undefined) return undefined;
  const index = lowerBound(file.starts, offset + 1, (start) => start) - 1;
  const piece = file.pieces[index];
  return piece === undefined ? undefined : { piece, start: file.starts[index] as number };
}

/** The pieces that a stretch of a file touches. */
export function piecesWithin(analysis: Analysis, path: string, span: Span): readonly PieceAt[] {
  const file = piecesOf(analysis, path);
  if (file === undefined) return [];
  const first = Math.max(lowerBound(file.starts, span.start + 1, (start) => start) - 1, 0);
  const found: PieceAt[] = [];
  for (let index = first; index < file.pieces.length; index++) {
    const start = file.starts[index] as number;
    if (start > span.end) break;
    found.push({ piece: file.pieces[index] as ParsedPiece, start });
  }
  return found;
}

export function originIn(piece: ParsedPiece, { start, end }: Span): Origin {
  return { piece, start, end };
}
