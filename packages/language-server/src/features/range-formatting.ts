/** The one form of the declarations that a range touches. */
import { formatEdits } from '@oncall/language';
import type { DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { textEdit } from './text-edit.ts';

export function rangeFormatting(
  snapshot: Snapshot,
  { range }: DocumentRangeFormattingParams,
): TextEdit[] {
  const { analysis, file } = snapshot;
  const stretch = { start: snapshot.offsetAt(range.start), end: snapshot.offsetAt(range.end) };
  return formatEdits(analysis, file.path, stretch).map((change) => textEdit(snapshot, change));
}
