import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isSearchedFolder, isSourceName } from '@oncall/language';
import { unreadable } from './read-file.ts';

/** Every `*.oncall` file below a folder; folders that start with a dot and node_modules are left out. */
export function findFiles(folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of list(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        if (isSearchedFolder(entry.name)) waiting.push(path);
      } else if (isSource(entry, path)) {
        found.push(path);
      }
    }
  }
  return found;
}

/** The `*.oncall` files that lie in a folder itself. */
export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return isSource(entry, path) ? [path] : [];
    });
  } catch {
    // A folder above the user's own need not be readable.
    return [];
  }
}

/** Links to files count, those to folders do not: they could go round in circles. */
function isSource(entry: Dirent, path: string): boolean {
  if (!isSourceName(entry.name)) return false;
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    // One that goes round in circles leads nowhere.
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return false;
    throw unreadable(error, path);
  }
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw unreadable(error, folder);
  }
}
