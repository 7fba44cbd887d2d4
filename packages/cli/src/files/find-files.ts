import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unreadable } from './read-file.ts';

export const extension = '.oncall';

/** Every `*.oncall` file below a folder; folders that start with a dot and node_modules are left out. */
export function findFiles(folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of list(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') waiting.push(path);
      } else if (isSource(entry.name) && (entry.isFile() || pointsToFile(path))) {
        found.push(path);
      }
    }
  }
  return found;
}

/** The `*.oncall` files that lie in a folder itself. */
export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => isSource(entry.name) && !entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  } catch {
    // A folder above the user's own need not be readable.
    return [];
  }
}

function isSource(name: string): boolean {
  return name.endsWith(extension) && name !== extension;
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw unreadable(error, folder);
  }
}

/** Links to files count, those to folders do not: they could go round in circles. */
function pointsToFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
