/** Where pieces stand in their files. */
import type { ParsedFile, ParsedPiece } from '../../syntax/parse.ts';
import type { Piece } from '../../text/piece.ts';

/** The index of a piece among those of its file; -1 where it is none of them. */
export type IndexOf = (piece: Piece) => number;

/** A few are searched for; for more of them a table is made. */
export function indexIn({ pieces }: ParsedFile): IndexOf {
  let searches = 0;
  let table: Map<Piece, number> | undefined;
  return (piece) => {
    if (searches++ < mostSearches) return pieces.indexOf(piece as ParsedPiece);
    table ??= new Map(pieces.map((each, index) => [each, index]));
    return table.get(piece) ?? -1;
  };
}

const mostSearches = 64;
