/** What the extension does wherever it runs: one server, and what shows its answers. */
import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  window,
  workspace,
} from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { registerPreview } from './preview.ts';
import { type Candidate, Session } from './session.ts';
import { registerStatus } from './status.ts';
import { registerTests } from './tests.ts';

export async function begin(
  context: ExtensionContext,
  candidates: (options: LanguageClientOptions) => readonly Candidate[],
  ...others: readonly ((session: Session) => Disposable)[]
): Promise<void> {
  const output = window.createOutputChannel('oncall', { log: true });
  const session = new Session(() => candidates(clientOptions(output)), output);
  const restart = () => session.start();
  context.subscriptions.push(
    output,
    session,
    commands.registerCommand('oncall.restartServer', restart),
    commands.registerCommand('oncall.showOutput', () => output.show()),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('oncall.server.path')) void restart();
    }),
    registerStatus(session),
    registerPreview(context, session),
    registerTests(session),
    ...others.map((register) => register(session)),
  );
  await session.start();
}

function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: schemes().map((scheme) => ({ scheme, language: 'oncall' })),
    outputChannel: output,
    traceOutputChannel: output,
    diagnosticCollectionName: 'oncall',
  };
}

/** Not those of copies that an editor makes of a file to compare it: all in them is declared twice. */
function schemes(): readonly string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}
