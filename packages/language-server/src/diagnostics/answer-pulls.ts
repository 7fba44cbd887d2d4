/** Answers a client that asks for diagnostics, and tells it to ask again where others changed. */
import {
  type Connection,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Client } from '../workspace/client.ts';
import { pathOf, uriOf } from '../workspace/paths.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DiagnosticsOfFiles } from './diagnostics-of-files.ts';
import type { Why } from './why.ts';

/** What is to be called when something may have changed. */
export function answerPulls(
  connection: Connection,
  workspace: Workspace,
  { capabilities }: Client,
): (why: Why) => void {
  const files = new DiagnosticsOfFiles();
  /** What the client has, by path: the id of the last list that it was given. */
  const given = new Map<string, string>();

  const give = (path: string, known: string | undefined): Report => {
    const { resultId, items } = files.of(path);
    given.set(path, resultId);
    if (known === resultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: [...items] };
  };

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    await workspace.settled();
    files.update(workspace.projects());
    const path = pathOf(textDocument.uri);
    const report: DocumentDiagnosticReport = give(path, previousResultId);
    if (capabilities.textDocument?.diagnostic?.relatedDocumentSupport !== true) return report;
    const related: Record<string, Report> = {};
    for (const other of new Set([...files.paths, ...given.keys()])) {
      if (other === path || (given.get(other) ?? '0') === files.of(other).resultId) continue;
      related[nameOf(other)] = give(other, undefined);
    }
    return Object.keys(related).length === 0 ? report : { ...report, relatedDocuments: related };
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
    await workspace.settled();
    files.update(workspace.projects());
    const known = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), value]));
    // A file that is gone is told once more, to be empty.
    const items = [...new Set([...files.paths, ...known.keys()])].map(
      (path): WorkspaceDocumentDiagnosticReport => {
        const version = workspace.document(path)?.version ?? null;
        return { ...give(path, known.get(path)), uri: nameOf(path), version };
      },
    );
    return { items };
  });

  function nameOf(path: string): string {
    return workspace.document(path)?.uri ?? uriOf(path);
  }

  const refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
  return (why) => {
    // A client asks by itself for the documents that it has open when it edits one.
    const changed = files.update(workspace.projects());
    const unasked = changed.some(
      (path) => why === 'time' || workspace.document(path) === undefined,
    );
    if (!refreshes || !unasked) return;
    connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {
      // A client that can't, asks when it will.
    });
  };
}

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;
