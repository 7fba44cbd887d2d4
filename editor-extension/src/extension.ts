/** The extension on a desktop or a remote machine: the server runs as a process beside it. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import { begin } from './begin.ts';
import { serverCommands } from './server-command.ts';
import { ours } from './session.ts';
import { registerTasks } from './tasks.ts';

export async function activate(context: ExtensionContext): Promise<void> {
  const Client = ours(LanguageClient);
  await begin(
    context,
    (options) =>
      serverCommands(context).map(({ origin, serverOptions }) => ({
        origin,
        client: () => new Client('oncall', 'oncall', serverOptions, options),
      })),
    registerTasks,
  );
}
