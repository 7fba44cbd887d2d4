/** The disk of this machine. */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Entry, FileSystem } from '../workspace/file-system.ts';
import { uriOf } from '../workspace/paths.ts';

/** How many folders are listed before a client may be heard again. */
const listedAtOnce = 200;

export function diskFileSystem(): FileSystem {
  let listed = 0;
  return {
    // What waits for a small folder costs more than to read it.
    async list(folder) {
      listed += 1;
      if (listed % listedAtOnce === 0) await setImmediate();
      const path = onDisk(folder);
      if (path === undefined) return [];
      return orElse([], () =>
        readdirSync(path, { withFileTypes: true }).flatMap((entry) => entryOf(entry, path)),
      );
    },
    async read(file) {
      const path = onDisk(file);
      return path === undefined ? undefined : orElse(undefined, () => readFileSync(path));
    },
  };
}

function entryOf(entry: Dirent, folder: string): Entry | [] {
  const { name } = entry;
  if (entry.isDirectory()) return { name, kind: 'folder' };
  if (entry.isFile()) return { name, kind: 'file' };
  const linked = statSync(join(folder, name), { throwIfNoEntry: false });
  return entry.isSymbolicLink() && linked?.isFile() ? { name, kind: 'file' } : [];
}

/** Only files lie on a disk, and not buffers or what other schemes name. */
function onDisk(path: string): string | undefined {
  return path.startsWith('file:') ? orElse(undefined, () => fileURLToPath(uriOf(path))) : undefined;
}

/** What can't be read is not there. */
function orElse<T>(other: T, read: () => T): T {
  try {
    return read();
  } catch {
    return other;
  }
}
