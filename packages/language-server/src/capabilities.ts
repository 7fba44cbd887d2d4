/** What the server says that it can: what holds of any, and what each feature says. */
import {
  type ClientCapabilities,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import type { Encoding } from './workspace/positions.ts';

export function capabilitiesOf(
  features: readonly Feature[],
  client: ClientCapabilities,
  encoding: Encoding,
): ServerCapabilities {
  const said = features.map(({ capabilities }) =>
    typeof capabilities === 'function' ? capabilities(client) : capabilities,
  );
  return {
    positionEncoding: encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: moved, didRename: moved, didDelete: moved },
    },
    ...(pullsDiagnostics(client) && {
      diagnosticProvider: {
        identifier: 'oncall',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
    ...Object.assign({}, ...said),
  };
}

/** Whether the client asks for diagnostics; then they are not sent besides. */
export function pullsDiagnostics({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** A folder that goes takes its files with it, and no watcher of files tells that. */
const moved: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.oncall', matches: 'file' } },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};
