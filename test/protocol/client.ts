/** A client as an editor is one: the built server in a process of its own, spoken to over stdio. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { folder, start } from '../cli/oncall.ts';

export interface Client {
  readonly connection: ProtocolConnection;
  readonly server: ChildProcess;
  readonly result: InitializeResult;
  /** Of the first workspace folder. */
  readonly folder: string;
  /** What the server logged. */
  readonly logs: readonly string[];
  /** Every list of diagnostics that was sent, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  uri(name: string): string;
  open(name: string, text: string): void;
  /** Replaces the whole text. */
  change(name: string, text: string): void;
  /** The diagnostics of a file as last sent, once all that was sent before is answered. */
  diagnostics(name: string): Promise<readonly Diagnostic[]>;
  /** The codes of those that are errors. */
  errors(name: string): Promise<readonly unknown[]>;
  /** The exit code, once it has ended. */
  ended(): Promise<number | null>;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly words?: readonly string[];
  /** Names of folders below the project's; the project's own where not given. */
  readonly workspaceFolders?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a server for a folder with some files. It is gone after the test. */
export async function client(
  files: Readonly<Record<string, string>> = {},
  { capabilities = {}, words = ['lsp'], workspaceFolders = [''], env = {} }: ClientOptions = {},
): Promise<Client> {
  const root = folder(files);
  const server = start(words, { cwd: root, env });
  onTestFinished(() => void server.kill());
  if (server.stdout === null || server.stdin === null) throw new Error('the server has no stdio');
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  onTestFinished(() => connection.dispose());
  const published: PublishDiagnosticsParams[] = [];
  const logs: string[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (it: PublishDiagnosticsParams) => {
    published.push(it);
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logs.push(message);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uri = (name: string): string => pathToFileURL(join(root, name)).href;
  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: workspaceFolders.map((name) => ({ name, uri: uri(name) })),
  });
  await connection.sendNotification('initialized', {});

  const versions = new Map<string, number>();
  const send = (method: string, params: unknown) =>
    void connection.sendNotification(method, params as object);
  const exited = new Promise<number | null>((done) => server.once('exit', done));
  const diagnostics = async (name: string): Promise<readonly Diagnostic[]> => {
    // Messages are taken in order, so that what came before an answer has been sent before it.
    await connection.sendRequest('workspace/symbol', { query: 'nothing of this name' });
    return published.findLast((it) => it.uri === uri(name))?.diagnostics ?? [];
  };
  return {
    connection,
    server,
    result,
    folder: root,
    logs,
    published,
    uri,
    open(name, text) {
      versions.set(name, 1);
      const textDocument = { uri: uri(name), languageId: 'oncall', version: 1, text };
      send('textDocument/didOpen', { textDocument });
    },
    change(name, text) {
      const version = (versions.get(name) ?? 1) + 1;
      versions.set(name, version);
      const textDocument = { uri: uri(name), version };
      send('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    },
    diagnostics,
    async errors(name) {
      const found = await diagnostics(name);
      return found.filter(({ severity }) => severity === 1).map(({ code }) => code);
    },
    ended: () => exited,
  };
}

/** The place of the cursor `┆` in a text, and the text without it. */
export function cursor(marked: string) {
  const before = marked.slice(0, marked.indexOf('┆')).split('\n');
  return {
    text: marked.replace('┆', ''),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}
