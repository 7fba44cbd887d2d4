import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from '../command-line/command.ts';
import { manualPages } from '../command-line/manual.ts';
import { exitCodes } from '../exit.ts';

/** Writes the manual pages, as the build asks for them. */
export const manual: Command = {
  async run(invocation, { cwd, commands }) {
    const folder = resolve(cwd, invocation.arguments[0] as string);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(manualPages(commands, __VERSION__))) {
      writeFileSync(join(folder, name), text);
    }
    return exitCodes.fine;
  },
};

/** Put in by the bundler. */
declare const __VERSION__: string;
