/** Finds the sources of a project on disk, as the command line does. */
import {
  declaresProject,
  decodeSourceFile,
  isSearchedFolder,
  isSourceName,
  type SourceFile,
} from '@oncall/language';
import type { FileSystem } from './file-system.ts';
import { join, parentOf } from './paths.ts';

/** Every source below a folder. */
export async function sourcesBelow(
  fileSystem: FileSystem,
  folder: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { name, kind } of await fileSystem.list(next)) {
      if (kind === 'file') {
        if (isSourceName(name)) found.push(join(next, name));
      } else if (isSearchedFolder(name)) {
        waiting.push(join(next, name));
      }
    }
  }
  return found;
}

/** The sources in a folder itself. */
export async function sourcesIn(
  fileSystem: FileSystem,
  folder: string,
): Promise<readonly string[]> {
  const entries = await fileSystem.list(folder);
  return entries
    .filter(({ name, kind }) => kind === 'file' && isSourceName(name))
    .map(({ name }) => join(folder, name));
}

/** Without a byte-order mark, which to an editor is no part of the text. */
export async function readSource(
  fileSystem: FileSystem,
  path: string,
): Promise<SourceFile | undefined> {
  const bytes = await fileSystem.read(path);
  if (bytes === undefined) return undefined;
  const [first, second, third] = bytes;
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  return decodeSourceFile(path, isMarked ? bytes.subarray(3) : bytes);
}

/** The nearest folder, at or above one, in which a file on disk declares the project. */
export async function declaringFolder(
  fileSystem: FileSystem,
  folder: string,
): Promise<string | undefined> {
  return nearest(folder, async (next) => {
    for (const path of await sourcesIn(fileSystem, next)) {
      const file = await readSource(fileSystem, path);
      if (file !== undefined && declaresProject(file.text)) return true;
    }
    return false;
  });
}

/** The nearest folder, at or above one, that is a repository's. */
export async function repositoryFolder(
  fileSystem: FileSystem,
  folder: string,
): Promise<string | undefined> {
  return nearest(folder, async (next) => {
    const entries = await fileSystem.list(next);
    return entries.some(({ name }) => name === '.git');
  });
}

async function nearest(
  folder: string,
  test: (folder: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (let next = folder; ; next = parentOf(next)) {
    if (await test(next)) return next;
    if (next === parentOf(next)) return undefined;
  }
}
