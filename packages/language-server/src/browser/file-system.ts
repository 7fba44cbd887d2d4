/** Files as the client has them, for a worker that has no disk: two requests to ask it by. */
import type { Connection } from 'vscode-languageserver';
import type { Entry, FileSystem } from '../workspace/file-system.ts';
import { uriOf } from '../workspace/paths.ts';

/**
 * `oncall/readFolder`: `{ uri }` to the entries of a folder, `{ name, kind }` each.
 * `oncall/readFile`: `{ uri }` to the bytes of a file in base64. Both `null` where there is none.
 */
export function clientFileSystem(connection: Connection): FileSystem {
  const ask = async <R>(method: string, path: string): Promise<R | undefined> => {
    try {
      return (await connection.sendRequest<R | null>(method, { uri: uriOf(path) })) ?? undefined;
    } catch {
      // A client that can't answer has no files but those that are open.
      return undefined;
    }
  };
  return {
    async list(folder) {
      return (await ask<readonly Entry[]>('oncall/readFolder', folder)) ?? [];
    },
    async read(path) {
      const base64 = await ask<string>('oncall/readFile', path);
      return base64 === undefined ? undefined : bytesOf(base64);
    },
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
