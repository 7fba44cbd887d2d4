/**
 * The language server: a table of features about a workspace. Every handler stands alone: one that
 * fails is logged and answers empty, and the server goes on.
 */
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { capabilitiesOf, pullsDiagnostics } from './capabilities.ts';
import { everyQuarter } from './clock.ts';
import { answerPulls } from './diagnostics/answer-pulls.ts';
import { publish } from './diagnostics/publish.ts';
import type { Why } from './diagnostics/why.ts';
import type { Feature } from './feature.ts';
import { features } from './features/table.ts';
import type { Client } from './workspace/client.ts';
import { negotiateEncoding } from './workspace/positions.ts';
import { Refusal } from './workspace/refusal.ts';
import { Told } from './workspace/told.ts';
import { traceOf } from './workspace/trace-of.ts';
import { variablesName } from './workspace/variables.ts';
import { Workspace, type Host as WorkspaceHost } from './workspace/workspace.ts';

/** What the server stands in; it has no other way to the world than this and the connection. */
export interface Host extends Omit<WorkspaceHost, 'log'> {
  readonly version: string;
}

/** Serves a client until it goes. */
export function serve(connection: Connection, host: Host): void {
  let hasBegun = false;
  connection.onInitialize((params) => {
    if (hasBegun) return new ResponseError(ErrorCodes.InvalidRequest, 'initialize came before');
    hasBegun = true;
    const { capabilities } = params;
    const encoding = negotiateEncoding(capabilities.general?.positionEncodings);
    begin(connection, host, params, { encoding, capabilities });
    return {
      capabilities: capabilitiesOf(features, capabilities, encoding),
      serverInfo: { name: 'oncall', version: host.version },
    };
  });
  connection.listen();
}

function begin(connection: Connection, host: Host, params: InitializeParams, client: Client): void {
  const log = (message: string) => connection.console.error(message);
  const workspace = new Workspace({ ...host, log }, client);
  for (const feature of features) answer(connection, workspace, feature, log);
  const tell = pullsDiagnostics(client.capabilities)
    ? answerPulls(connection, workspace, client)
    : publish(connection, workspace);

  /** What a client notifies of, and then what it changes in diagnostics. */
  const on =
    <P>(name: string, take: (params: P) => void, why: Why = 'edit') =>
    async (params: P): Promise<void> => {
      try {
        take(params);
        await workspace.settled();
        tell(why);
      } catch (error) {
        log(`${name} failed: ${traceOf(error)}`);
      }
    };

  // What is true of time changes with it.
  const stop = everyQuarter(on<void>('clock', () => refreshLenses(connection, client), 'time'));
  connection.onExit(stop);
  connection.onInitialized(
    on('initialized', () => {
      register(connection, client);
      workspace.changeFolders(foldersOf(params), []);
    }),
  );
  connection.onDidOpenTextDocument(on('didOpen', (it) => workspace.open(it.textDocument)));
  connection.onDidChangeTextDocument(
    on('didChange', ({ textDocument, contentChanges }) => {
      workspace.change(textDocument.uri, textDocument.version, contentChanges);
    }),
  );
  connection.onDidCloseTextDocument(on('didClose', (it) => workspace.close(it.textDocument.uri)));
  connection.onDidChangeWatchedFiles(
    on('didChangeWatchedFiles', ({ changes }) => {
      workspace.changeFiles(changes.map(({ uri }) => uri));
    }),
  );
  connection.onNotification(
    'workspace/didChangeWorkspaceFolders',
    on('didChangeWorkspaceFolders', (it: { event: FolderChange }) => {
      workspace.changeFolders(urisOf(it.event.added), urisOf(it.event.removed));
    }),
  );
  connection.workspace.onDidCreateFiles(
    on('didCreateFiles', ({ files }) => workspace.moveFiles([], urisOf(files))),
  );
  connection.workspace.onDidDeleteFiles(
    on('didDeleteFiles', ({ files }) => workspace.moveFiles(urisOf(files), [])),
  );
  connection.workspace.onDidRenameFiles(
    on('didRenameFiles', ({ files }) => {
      workspace.moveFiles(
        files.map(({ oldUri }) => oldUri),
        files.map(({ newUri }) => newUri),
      );
    }),
  );
}

interface FolderChange {
  readonly added: readonly { readonly uri: string }[];
  readonly removed: readonly { readonly uri: string }[];
}

function urisOf(items: readonly { readonly uri: string }[]): readonly string[] {
  return items.map(({ uri }) => uri);
}

function answer(
  connection: Connection,
  workspace: Workspace,
  feature: Feature,
  log: (message: string) => void,
): void {
  connection.onRequest(feature.method, async (params: unknown) => {
    await workspace.settled();
    try {
      const result = feature.answer(workspace, params);
      if (result instanceof Refusal) {
        return new ResponseError(LSPErrorCodes.RequestFailed, result.sentence);
      }
      if (!(result instanceof Told)) return result;
      // The library's own way is a request, which not every client answers.
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: result.sentence,
      });
      return result.result;
    } catch (error) {
      log(`${feature.method} failed: ${traceOf(error)}`);
      return feature.empty(params);
    }
  });
}

/** Clients of before 3.6 know one folder. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return urisOf(workspaceFolders);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}

/** Who is on call now may be another. */
function refreshLenses(connection: Connection, { capabilities }: Client): void {
  if (capabilities.workspace?.codeLens?.refreshSupport !== true) return;
  connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {
    // A client that can't, asks when it will.
  });
}

function register(connection: Connection, { capabilities }: Client): void {
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  const watchers = ['**/*.oncall', `**/${variablesName}`].map((globPattern) => ({ globPattern }));
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {
    // A client that will not watch does without.
  });
}
