/** A change of the file as the protocol writes it. */
import type { TextChange } from '@oncall/language';
import type { TextEdit } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';

export function textEdit(snapshot: Snapshot, { start, end, text }: TextChange): TextEdit {
  return { range: snapshot.rangeAt(start, end), newText: text };
}
