/** The one form of a file; nothing where it has syntax errors. */
import { formatEdits } from '@oncall/language';
import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { textEdit } from './text-edit.ts';

export function formatting(snapshot: Snapshot, _params: DocumentFormattingParams): TextEdit[] {
  return formatEdits(snapshot.analysis, snapshot.file.path).map((change) =>
    textEdit(snapshot, change),
  );
}
