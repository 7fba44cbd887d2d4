import type { Command } from '../command-line/command.ts';
import { shellScripts } from '../command-line/completion/shell-scripts.ts';
import { exitCodes } from '../exit.ts';

/** Prints the script that a shell reads. */
export const completion: Command = {
  async run(invocation, { terminal }) {
    terminal.out.writeExact(shellScripts[invocation.arguments[0] ?? ''] ?? '');
    return exitCodes.fine;
  },
};
