/** An editor beside its server in one process: what it has open, and what it was last told. */
import { PassThrough } from 'node:stream';
import { createConnection, type Diagnostic, type Position } from 'vscode-languageserver';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../src/server.ts';
import type { Encoding } from '../../src/workspace/positions.ts';
import { memory } from '../pictures.ts';

export interface Kind {
  readonly encoding: Encoding;
  /** Whether it asks for diagnostics. */
  readonly pulls: boolean;
}

/** What the client has, which is all that answers may depend on. */
export interface World {
  /** By path, as are the others. */
  readonly disk: Map<string, string>;
  readonly folders: Set<string>;
  readonly open: Map<string, string>;
}

export class Editor {
  readonly world: World;
  readonly kind: Kind;
  /** What the server logged: nothing, where all goes well. */
  readonly logs: string[] = [];
  readonly #published = new Map<string, readonly Diagnostic[]>();
  readonly #pulled = new Map<string, { resultId: string; items: readonly Diagnostic[] }>();
  readonly #connection: ProtocolConnection;
  #version = 0;

  private constructor(world: World, kind: Kind, connection: ProtocolConnection) {
    this.world = world;
    this.kind = kind;
    this.#connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (it: PublishDiagnosticsParams) => {
      this.#published.set(it.uri, it.diagnostics);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logs.push(message);
    });
    connection.listen();
  }

  /** With a server of its own, which is told of what the world holds. */
  static async start(world: World, kind: Kind): Promise<Editor> {
    const editor = new Editor(world, kind, connected(world));
    await editor.#connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [...world.folders].map((uri) => ({ uri, name: uri })),
      capabilities: {
        general: { positionEncodings: [kind.encoding] },
        textDocument: {
          publishDiagnostics: { relatedInformation: true, dataSupport: true },
          ...(kind.pulls && { diagnostic: { relatedInformation: true, dataSupport: true } }),
        },
      },
    });
    editor.tell('initialized', {});
    for (const [path, text] of world.open) editor.#tellOpen(path, text);
    return editor;
  }

  tell(method: string, params: object): void {
    void this.#connection.sendNotification(method, params);
  }

  /** The result, or the error as the client would show it. */
  async ask(method: string, params: object): Promise<unknown> {
    try {
      return await this.#connection.sendRequest(method, params);
    } catch (error) {
      return { error: (error as { code: unknown }).code, says: (error as Error).message };
    }
  }

  open(path: string, text: string): void {
    this.world.open.set(path, text);
    this.#tellOpen(path, text);
  }

  /** Changes one after another, each upon what the one before left. */
  edit(path: string, changes: readonly Change[]): void {
    let text = this.world.open.get(path) ?? '';
    const contentChanges = changes.map((change) => {
      if (change === 'whole') return { text };
      const { start, end, insert } = change(text);
      const range = { start: this.place(text, start), end: this.place(text, end) };
      text = text.slice(0, start) + insert + text.slice(end);
      return { range, text: insert };
    });
    this.world.open.set(path, text);
    this.#version += 1;
    const textDocument = { uri: path, version: this.#version };
    this.tell('textDocument/didChange', { textDocument, contentChanges });
  }

  close(path: string): void {
    this.world.open.delete(path);
    this.tell('textDocument/didClose', { textDocument: { uri: path } });
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.world.folders.delete(uri);
    for (const uri of added) this.world.folders.add(uri);
    const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
    this.tell('workspace/didChangeWorkspaceFolders', {
      event: { added: named(added), removed: named(removed) },
    });
  }

  /** All diagnostics there are, by file, as the client shows them when all is answered. */
  async diagnostics(): Promise<Record<string, readonly Diagnostic[]>> {
    if (this.kind.pulls) await this.#pull();
    else await this.ask('workspace/symbol', { query: 'nothing of this name' });
    const shown = this.kind.pulls
      ? [...this.#pulled].map(([uri, { items }]) => [uri, items] as const)
      : [...this.#published];
    return Object.fromEntries(
      shown.filter(([, items]) => items.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  async #pull(): Promise<void> {
    const previousResultIds = [...this.#pulled].map(([uri, { resultId: value }]) => {
      return { uri, value };
    });
    const answer = (await this.ask('workspace/diagnostic', { previousResultIds })) as {
      items: { uri: string; resultId: string; kind: string; items: readonly Diagnostic[] }[];
    };
    for (const { uri, kind, resultId, items } of answer.items) {
      if (kind === 'full') this.#pulled.set(uri, { resultId, items });
    }
  }

  /** Ends the server. */
  async end(): Promise<void> {
    await this.ask('shutdown', {});
    await this.#connection.sendNotification('exit');
    this.#connection.end();
    this.#connection.dispose();
  }

  /** A place as the client counts it, worked out apart from the server's way. */
  place(text: string, offset: number): Position {
    const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
    const column = lines.at(-1) ?? '';
    const character = this.kind.encoding === 'utf-8' ? Buffer.byteLength(column) : column.length;
    return { line: lines.length - 1, character };
  }

  #tellOpen(path: string, text: string): void {
    this.#version += 1;
    const textDocument = { uri: path, languageId: 'oncall', version: this.#version, text };
    this.tell('textDocument/didOpen', { textDocument });
  }
}

export type Change = 'whole' | ((text: string) => { start: number; end: number; insert: string });

/** 2026-01-05T12:00:00Z, in epoch seconds. */
const now = 1_767_614_400;

function connected({ disk }: World): ProtocolConnection {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    (logger) =>
      createProtocolConnection(
        new StreamMessageReader(toServer),
        new StreamMessageWriter(toClient),
        logger,
      ),
    { initialize: () => {}, exit: () => {}, shutdownReceived: false },
  );
  serve(server, {
    fileSystem: memory(disk),
    environment: {},
    version: '0',
    now: () => now,
    pageOf: (code) => `https://example.com/${code}`,
  });
  return createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
}
