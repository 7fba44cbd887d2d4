/** Another name everywhere; where AWS will see something new, the user is asked first. */
import { type Renamed, rename as renameIn } from '@oncall/language';
import type {
  RenameParams,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Refusal } from '../workspace/refusal.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { Told } from '../workspace/told.ts';

export function rename(
  snapshot: Snapshot,
  { position, newName }: RenameParams,
): WorkspaceEdit | Told<WorkspaceEdit> | Refusal {
  const { analysis, file } = snapshot;
  const renamed = renameIn(analysis, file.path, snapshot.offsetAt(position), newName);
  if (renamed.kind === 'refused') return new Refusal(renamed.sentence);
  const { consequence } = renamed;
  const can = snapshot.client.capabilities.workspace?.workspaceEdit;
  const byFile = editsByFile(snapshot, renamed);
  if (consequence === undefined) return { changes: Object.fromEntries(byFile) };
  if (!can?.documentChanges || can.changeAnnotationSupport === undefined) {
    return new Told({ changes: Object.fromEntries(byFile) }, consequence);
  }
  const documentChanges = [...byFile].map(
    ([uri, edits]): TextDocumentEdit => ({
      textDocument: { uri, version: null },
      edits: edits.map((edit) => ({ ...edit, annotationId: 'aws' })),
    }),
  );
  const label = 'AWS will see something new';
  return {
    documentChanges,
    changeAnnotations: { aws: { label, description: consequence, needsConfirmation: true } },
  };
}

function editsByFile(snapshot: Snapshot, { edits }: Renamed): ReadonlyMap<string, TextEdit[]> {
  const byFile = new Map<string, TextEdit[]>();
  for (const { location, text } of edits) {
    const uri = snapshot.uriOf(location.file);
    const list = byFile.get(uri) ?? [];
    list.push({ range: snapshot.rangeOf(location), newText: text });
    byFile.set(uri, list);
  }
  return byFile;
}
