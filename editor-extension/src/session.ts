/** The talk with the server: begun, begun anew, and asked. */
import { type Disposable, EventEmitter, type LogOutputChannel, window } from 'vscode';
import {
  type BaseLanguageClient,
  type DynamicFeature,
  ExecuteCommandRequest,
  type InitializeParams,
  type StaticFeature,
} from 'vscode-languageclient';

export interface Candidate {
  /** For the user, after "the server". */
  readonly origin: string;
  readonly client: () => BaseLanguageClient;
}

export type ServerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly origin: string; readonly version: string }
  | { readonly kind: 'failed' };

export class Session implements Disposable {
  readonly #candidates: () => readonly Candidate[];
  readonly #output: LogOutputChannel;
  readonly #changed = new EventEmitter<ServerState>();
  readonly onDidChange = this.#changed.event;
  #client: BaseLanguageClient | undefined;
  #state: ServerState = { kind: 'starting' };

  constructor(candidates: () => readonly Candidate[], output: LogOutputChannel) {
    this.#candidates = candidates;
    this.#output = output;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The first server that starts; of those that do not, the output tells why. */
  async start(): Promise<void> {
    await this.stop();
    this.#set({ kind: 'starting' });
    for (const { origin, client } of this.#candidates()) {
      const candidate = client();
      try {
        await candidate.start();
        this.#client = candidate;
        const version = candidate.initializeResult?.serverInfo?.version ?? '';
        this.#output.info(`The server ${origin} runs.`);
        this.#set({ kind: 'running', origin, version });
        return;
      } catch (error) {
        this.#output.error(`The server ${origin} did not start.`, error as Error);
        await candidate.dispose().catch(() => undefined);
      }
    }
    this.#set({ kind: 'failed' });
    void window.showErrorMessage('oncall: no server started. The output tells why.');
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose().catch(() => undefined);
  }

  /** `undefined` while no server runs, and where it has no answer. */
  async request<R>(method: string, params: unknown): Promise<R | undefined> {
    if (this.#client === undefined) return undefined;
    try {
      return (await this.#client.sendRequest<R | null>(method, params)) ?? undefined;
    } catch (error) {
      this.#output.error(`${method} failed.`, error as Error);
      return undefined;
    }
  }

  dispose(): Promise<void> {
    this.#changed.dispose();
    return this.stop();
  }

  #set(state: ServerState): void {
    this.#state = state;
    this.#changed.fire(state);
  }
}

/**
 * A client that leaves the server's commands to us: the extension has commands of these names that
 * show in the editor what the server answers. And it takes a renaming whole or not at all: of one
 * that is to be confirmed, edit by edit, half could be left out.
 */
export function ours<C extends new (...args: never[]) => BaseLanguageClient>(Client: C): C {
  abstract class Ours extends (Client as unknown as abstract new (
    ...args: unknown[]
  ) => BaseLanguageClient) {
    override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
      if ('registrationType' in feature && feature.registrationType === ExecuteCommandRequest.type)
        return;
      super.registerFeature(feature);
    }

    protected override fillInitializeParams(params: InitializeParams): void {
      super.fillInitializeParams(params);
      delete params.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport;
    }
  }
  return Ours as unknown as C;
}
