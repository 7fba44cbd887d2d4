/** Blocks and runs of comments that take several lines. */
import { foldsOf } from '@oncall/language';
import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
} from 'vscode-languageserver';
import { lineAt, lineOf } from '../workspace/lines.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

export function foldingRange(snapshot: Snapshot, _params: FoldingRangeParams): FoldingRange[] {
  const { analysis, file } = snapshot;
  return foldsOf(analysis, file.path).flatMap(({ kind, start, end }) => {
    const startLine = lineAt(file, start);
    const lastLine = lineAt(file, end);
    // The line of a `>` that stands alone is left to be seen.
    const closes = kind === 'block' && lineOf(file, lastLine).trim() === '>';
    const endLine = closes ? lastLine - 1 : lastLine;
    if (endLine <= startLine) return [];
    return [{ startLine, endLine, ...(kind === 'comments' && { kind: FoldingRangeKind.Comment }) }];
  });
}
