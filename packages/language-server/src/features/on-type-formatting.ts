/** Behind a `>` the form of the declaration, where it is whole; else the depth of the line. */
import { formatEdits, indentEdit } from '@oncall/language';
import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver';
import { lineOf, lineStarts } from '../workspace/lines.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { textEdit } from './text-edit.ts';

export function onTypeFormatting(
  snapshot: Snapshot,
  { position, ch }: DocumentOnTypeFormattingParams,
): TextEdit[] {
  const { analysis, file } = snapshot;
  const offset = snapshot.offsetAt(position);
  if (ch === '>') {
    const whole = formatEdits(analysis, file.path, { start: offset - 1, end: offset - 1 });
    if (whole.length > 0) return whole.map((change) => textEdit(snapshot, change));
    // A `>` amid other words says nothing of its line.
    if (lineOf(file, position.line).trim() !== '>') return [];
  }
  const indent = indentEdit(analysis, file.path, lineStarts(file)[position.line] ?? 0);
  return indent === undefined ? [] : [textEdit(snapshot, indent)];
}
