import { join } from 'node:path';
import { serveStdio } from '@oncall/language-server';
import type { Command } from '../command-line/command.ts';

/** Serves an editor over stdin and stdout, until it goes. */
export const lsp: Command = {
  run() {
    serveStdio({ version: __VERSION__, pages: join(__dirname, 'diagnostics') });
    // The server ends the process.
    return new Promise(() => {});
  },
};

/** Put in by the bundler. */
declare const __VERSION__: string;
