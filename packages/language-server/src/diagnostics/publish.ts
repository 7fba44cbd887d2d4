/** Sends diagnostics to a client that does not ask for them: those of files where they changed. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { uriOf } from '../workspace/paths.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DiagnosticsOfFiles } from './diagnostics-of-files.ts';

/** What is to be called when something may have changed. */
export function publish(connection: Connection, workspace: Workspace): () => void {
  const files = new DiagnosticsOfFiles();
  /** The URI that the client shows diagnostics of a file under: one that is closed may have another. */
  const shown = new Map<string, string>();

  const send = (uri: string, diagnostics: readonly Diagnostic[], version?: number): void => {
    void connection.sendDiagnostics({
      uri,
      ...(version !== undefined && { version }),
      diagnostics: [...diagnostics],
    });
  };

  return () => {
    const changed = new Set(files.update(workspace.projects()));
    for (const path of new Set([...changed, ...shown.keys()])) {
      const document = workspace.document(path);
      const uri = document?.uri ?? uriOf(path);
      const before = shown.get(path) ?? uri;
      if (!changed.has(path) && before === uri) continue;
      const { items } = files.of(path);
      if (before !== uri) send(before, []);
      send(uri, items, document?.version);
      if (items.length > 0) shown.set(path, uri);
      else shown.delete(path);
    }
  };
}
