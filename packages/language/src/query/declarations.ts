/** The declarations of a file, with no more of each than its kind, its name and its place. */
import type { Analysis } from '../analysis.ts';
import type * as ast from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { type PieceAt, piecesIn, piecesTouching } from './pieces.ts';

export interface DeclarationAt {
  readonly kind: ast.Declaration['kind'];
  /** NAME, or title of a test. */
  readonly name: string | undefined;
  /** In the file. */
  readonly span: Span;
  /** Of the name or title; of the first word where it has none. */
  readonly nameSpan: Span;
}

export function* declarationsIn(analysis: Analysis, path: string): Iterable<DeclarationAt> {
  for (const at of piecesIn(analysis, path)) {
    for (const declaration of at.piece.declarations) yield placed(at, declaration);
  }
}

/** That which an offset lies in, or which stands before it; `undefined` before the first. */
export function declarationAt(
  analysis: Analysis,
  path: string,
  offset: number,
): DeclarationAt | undefined {
  const span = { start: offset, end: offset };
  for (const at of piecesTouching(analysis, path, span)) {
    const found =
      at.piece.declarations.findLast(({ start }) => at.start + start <= offset) ??
      // The comments above a declaration are of it.
      at.piece.declarations[0];
    if (found !== undefined) return placed(at, found);
  }
  return undefined;
}

function placed({ start }: PieceAt, declaration: ast.Declaration): DeclarationAt {
  const { kind } = declaration;
  const name = kind === 'test' ? declaration.title : declaration.name;
  const word = { start: declaration.start, end: declaration.start + kind.length };
  return {
    kind,
    name: kind === 'test' ? declaration.title?.value : declaration.name?.text,
    span: { start: start + declaration.start, end: start + declaration.end },
    nameSpan: { start: start + (name ?? word).start, end: start + (name ?? word).end },
  };
}
