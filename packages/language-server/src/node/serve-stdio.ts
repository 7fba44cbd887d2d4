/** Serves the editor that started this process, until it goes. */
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../server.ts';
import { diskFileSystem } from './file-system.ts';

export interface StdioOptions {
  readonly version: string;
  /** Folder of the pages that explain diagnostics. */
  readonly pages: string;
}

export function serveStdio({ version, pages }: StdioOptions): void {
  const connection = createConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  // The library ends the process when the editor says so or is gone; a closed pipe is its going.
  process.stdin.on('end', () => process.exit(1));
  process.stdin.on('close', () => process.exit(1));
  process.stdout.on('error', () => process.exit(1));
  serve(connection, {
    fileSystem: diskFileSystem(),
    environment: process.env,
    version,
    now: () => Math.floor(Date.now() / 1000),
    pageOf: (code) => pathToFileURL(`${pages}/${code}.md`).href,
  });
}
