/**
 * What a feature is: a method of the protocol, what the server says of it when it begins, and the
 * pure function that answers from a snapshot.
 */
import type {
  ClientCapabilities,
  ServerCapabilities,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Refusal } from './workspace/refusal.ts';
import type { ProjectSnapshot, Snapshot } from './workspace/snapshot.ts';
import type { Told } from './workspace/told.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface Feature {
  readonly method: string;
  readonly capabilities: Capabilities;
  readonly answer: (workspace: Workspace, params: unknown) => unknown;
  /** What is answered where the function fails. */
  readonly empty: (params: unknown) => unknown;
}

/** What to say to a client; where that depends on it, a function of what it can. */
export type Capabilities =
  | ServerCapabilities
  | ((client: ClientCapabilities) => ServerCapabilities);

/** A request of the protocol by its parameters and its result. */
export interface Method<P, R> {
  readonly method: string;
  readonly _?: readonly [P, R, ...unknown[]] | undefined;
}

/** Answered from the document that the parameters name. */
export function ofDocument<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  { method }: Method<P, R | null>,
  capabilities: Capabilities,
  answer: (snapshot: Snapshot, params: P) => R | Told<R> | Refusal | null,
): Feature {
  return featureOf(method, capabilities, (workspace, params: P) => {
    const snapshot = workspace.snapshot(params.textDocument.uri);
    return snapshot === undefined ? null : answer(snapshot, params);
  });
}

/** Answered from the document that an earlier answer, which the parameters hold, lies in. */
export function ofItem<P, R>(
  { method }: Method<P, R | null>,
  uriOf: (params: P) => string,
  answer: (snapshot: Snapshot, params: P) => R | null,
): Feature {
  return featureOf(method, {}, (workspace, params: P) => {
    const snapshot = workspace.snapshot(uriOf(params));
    return snapshot === undefined ? null : answer(snapshot, params);
  });
}

/** Answered from all projects. */
export function ofWorkspace<P, R>(
  { method }: Method<P, R | null>,
  capabilities: Capabilities,
  answer: (projects: readonly ProjectSnapshot[], params: P) => R | Refusal | null,
): Feature {
  return featureOf(method, capabilities, (workspace, params: P) =>
    answer(workspace.projects(), params),
  );
}

/** An item of an earlier answer, completed; itself where that fails. */
export function resolving<P>(
  { method }: Method<P, P>,
  uriOf: (item: P) => string,
  answer: (snapshot: Snapshot, item: P) => P,
): Feature {
  const feature = featureOf(method, {}, (workspace, item: P) => {
    const snapshot = workspace.snapshot(uriOf(item));
    return snapshot === undefined ? item : answer(snapshot, item);
  });
  return { ...feature, empty: (item) => item };
}

function featureOf<P>(
  method: string,
  capabilities: Capabilities,
  answer: (workspace: Workspace, params: P) => unknown,
): Feature {
  return {
    method,
    capabilities,
    // What comes with a method has the shape that the protocol gives it, or fails as any bug does.
    answer: (workspace, params) => answer(workspace, params as P),
    empty: () => null,
  };
}
