/** Answers the worker's questions about files, which only the editor can reach. */
import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export function answerAboutFiles(client: BaseLanguageClient): readonly Disposable[] {
  return [
    client.onRequest('oncall/readFolder', async ({ uri }: { readonly uri: string }) => {
      const entries = await orNull(workspace.fs.readDirectory(Uri.parse(uri)));
      return entries?.map(([name, type]) => ({
        name,
        kind: type & FileType.Directory ? 'folder' : 'file',
      }));
    }),
    client.onRequest('oncall/readFile', async ({ uri }: { readonly uri: string }) => {
      const bytes = await orNull(workspace.fs.readFile(Uri.parse(uri)));
      return bytes && btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }),
  ];
}

/** What can't be read is not there. */
async function orNull<T>(read: Thenable<T>): Promise<T | null> {
  try {
    return await read;
  } catch {
    return null;
  }
}
