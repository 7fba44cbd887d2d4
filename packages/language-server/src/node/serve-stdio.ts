/** Serves the editor that started this process, until it goes. */
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../server.ts';
import { traceOf } from '../workspace/trace-of.ts';
import { diskFileSystem } from './file-system.ts';
import { leftBehind } from './left-behind.ts';

export interface StdioOptions {
  readonly version: string;
  /** Folder of the pages that explain diagnostics. */
  readonly pages: string;
}

export function serveStdio({ version, pages }: StdioOptions): void {
  // The library ends the process when the editor says so, closes the pipe or is gone.
  const connection = createConnection(process.stdin, process.stdout);
  process.stdout.on('error', () => process.exit(1));
  // A bug costs one answer and not the session.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => connection.console.error(traceOf(error)));
  }
  serve(connection, {
    fileSystem: diskFileSystem(),
    environment: process.env,
    version,
    now: () => Math.floor(Date.now() / 1000),
    leaveBehind: leftBehind(),
    pageOf: (code) => pathToFileURL(`${pages}/${code}.md`).href,
  });
}
