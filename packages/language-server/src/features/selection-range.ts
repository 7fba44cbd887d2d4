/** What a selection grows to, step by step. */
import { selectionsAt } from '@oncall/language';
import type { Range, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

export function selectionRange(
  snapshot: Snapshot,
  { positions }: SelectionRangeParams,
): SelectionRange[] {
  return positions.map((position) => {
    const spans = selectionsAt(snapshot.analysis, snapshot.file.path, snapshot.offsetAt(position));
    const ranges = spans.map(({ start, end }) => snapshot.rangeAt(start, end));
    return nested(ranges) ?? { range: { start: position, end: position } };
  });
}

function nested(ranges: readonly Range[]): SelectionRange | undefined {
  return ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent === undefined ? { range } : { range, parent }),
    undefined,
  );
}
