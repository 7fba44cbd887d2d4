/** Sends diagnostics to a client that does not ask for them: those of files where they changed. */
import type { Connection } from 'vscode-languageserver';
import { uriOf } from '../workspace/paths.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DiagnosticsOfFiles } from './diagnostics-of-files.ts';

/** What is to be called when something may have changed. */
export function publish(connection: Connection, workspace: Workspace): () => void {
  const files = new DiagnosticsOfFiles();
  return () => {
    for (const path of files.update(workspace.projects())) {
      const document = workspace.document(path);
      void connection.sendDiagnostics({
        uri: document?.uri ?? uriOf(path),
        ...(document !== undefined && { version: document.version }),
        diagnostics: [...files.of(path).items],
      });
    }
  };
}
