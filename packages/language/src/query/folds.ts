/** What of a file can be folded away: blocks, and comments that follow each other. */
import type { Analysis } from '../analysis.ts';
import type * as ast from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { type PieceAt, piecesIn } from './pieces.ts';

export interface Fold extends Span {
  /** A block from its `<` to behind its `>`; comments from the first to the end of the last. */
  readonly kind: 'block' | 'comments';
}

export function foldsOf(analysis: Analysis, path: string): readonly Fold[] {
  const folds: Fold[] = [];
  for (const at of piecesIn(analysis, path)) {
    for (const declaration of at.piece.declarations) addBlocks(folds, at, declaration);
    addComments(folds, at);
  }
  return folds;
}

function addBlocks(folds: Fold[], at: PieceAt, node: ast.Declaration | ast.Item): void {
  if (!('items' in node)) return;
  if (node.open !== undefined) {
    folds.push({ kind: 'block', start: at.start + node.open.start, end: at.start + node.end });
  }
  for (const item of node.items) if (item.kind !== 'ref') addBlocks(folds, at, item);
}

function addComments(folds: Fold[], { piece, start }: PieceAt): void {
  let run: { start: number; end: number; count: number } | undefined;
  const close = (): void => {
    if (run !== undefined && run.count > 1) {
      folds.push({ kind: 'comments', start: start + run.start, end: start + run.end });
    }
  };
  for (const comment of piece.comments) {
    if (!comment.first) continue;
    const between = run === undefined ? '' : piece.text.slice(run.end, comment.start);
    if (run !== undefined && /^(\r\n?|\n)[ \t]*$/.test(between)) {
      run = { start: run.start, end: comment.end, count: run.count + 1 };
    } else {
      close();
      run = { start: comment.start, end: comment.end, count: 1 };
    }
  }
  close();
}
