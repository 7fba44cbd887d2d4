/** Serves the editor that started this web worker. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { serve } from '../server.ts';
import { clientFileSystem } from './file-system.ts';

export interface WorkerOptions {
  readonly version: string;
  pageOf(code: string): string | undefined;
}

/** Takes the worker's own scope, `self`. */
export function serveWorker(
  scope: ConstructorParameters<typeof BrowserMessageReader>[0],
  { version, pageOf }: WorkerOptions,
): void {
  const connection = createConnection(
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  );
  serve(connection, {
    fileSystem: clientFileSystem(connection),
    environment: {},
    version,
    now: () => Math.floor(Date.now() / 1000),
    pageOf,
  });
}
