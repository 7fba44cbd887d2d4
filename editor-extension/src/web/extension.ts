/** The extension in a browser without a machine behind it: the server runs as a worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { begin } from '../begin.ts';
import { ours } from '../session.ts';
import { answerAboutFiles } from './files.ts';

export async function activate(context: ExtensionContext): Promise<void> {
  const Client = ours(LanguageClient);
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  await begin(context, (options) => [
    {
      origin: 'that comes with the extension',
      client: () => {
        const client = new Client('oncall', 'oncall', async () => new Worker(script), options);
        context.subscriptions.push(...answerAboutFiles(client));
        return client;
      },
    },
  ]);
}
