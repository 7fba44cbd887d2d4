import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '@oncall/language/suggest';
import type { Command } from '../command-line/command.ts';
import { exitCodes, usageError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

/** Prints the page of a diagnostic. The build puts docs/diagnostics beside the bundle. */
export const explain: Command = {
  async run(invocation, { terminal }) {
    const folder = join(__dirname, 'diagnostics');
    const codes = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -'.md'.length));
    const code = invocation.arguments[0] as string;
    if (!codes.includes(code)) {
      const near = nearest(code, codes);
      throw usageError(
        `no diagnostic has the code ${visible(code)}`,
        near === undefined ? '`oncall lint` prints the codes.' : `Did you mean ${near}?`,
      );
    }
    terminal.out.writeExact(readFileSync(join(folder, `${code}.md`), 'utf8'));
    return exitCodes.fine;
  },
};
