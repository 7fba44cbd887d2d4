/** Which server to start: one that the user or the workspace has, where it is trusted, else ours. */
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { type ExtensionContext, workspace } from 'vscode';
import { type ServerOptions, TransportKind } from 'vscode-languageclient/node';

export interface ServerCommand {
  /** For the user, after "the server". */
  readonly origin: string;
  readonly serverOptions: ServerOptions;
}

/** In the order in which they are to be tried. */
export function serverCommands(context: ExtensionContext): readonly ServerCommand[] {
  const path = ownOncall();
  const bundled: ServerCommand = {
    origin: 'that comes with the extension',
    serverOptions: {
      module: context.asAbsolutePath('dist/server.js'),
      transport: TransportKind.stdio,
    },
  };
  if (path === undefined) return [bundled];
  const shell = process.platform === 'win32';
  const own: ServerCommand = {
    origin: `of ${workspace.asRelativePath(path)}`,
    serverOptions: {
      command: shell ? `"${path}"` : path,
      args: ['lsp'],
      transport: TransportKind.stdio,
      options: { shell },
    },
  };
  return [own, bundled];
}

/** The path of the `oncall` that the setting names or the workspace has installed; none without trust. */
export function ownOncall(): string | undefined {
  if (!workspace.isTrusted) return undefined;
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
  const set = workspace.getConfiguration('oncall').get<string>('server.path', '');
  if (set !== '') return isAbsolute(set) ? set : join(folders[0] ?? '', set);
  const name = process.platform === 'win32' ? 'oncall.cmd' : 'oncall';
  return folders.map((folder) => join(folder, 'node_modules/.bin', name)).find(existsSync);
}
