/**
 * Where files come from: the folders of the workspace, and for a file opened from elsewhere the
 * folder that it belongs to. Knows what lies on disk there, and no open buffers.
 */
import { isSearchedFolder, type SourceFile } from '@oncall/language';
import type { FileSystem } from './file-system.ts';
import { isWithin, parentOf } from './paths.ts';
import {
  declaringFolder,
  readSource,
  repositoryFolder,
  sourcesBelow,
  sourcesIn,
} from './search.ts';

export interface Root {
  /** The folder that was asked for; the project of files in it that no other claims. */
  readonly base: string;
  /** At or above the base: where the project begins that the base is a part of. */
  readonly top: string;
  readonly files: Map<string, SourceFile>;
  /** Whether it was read for a file that lies in no folder of the workspace. */
  readonly ofFile: boolean;
}

export class Roots {
  readonly #fileSystem: FileSystem;
  readonly #roots = new Map<string, Root>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  get all(): Iterable<Root> {
    return this.#roots.values();
  }

  /** The root that a file belongs to: the innermost base around it, else the innermost top. */
  of(path: string): Root | undefined {
    let found: Root | undefined;
    for (const root of this.#roots.values()) {
      if (!isWithin(path, root.top)) continue;
      if (found === undefined || depth(root, path) > depth(found, path)) found = root;
    }
    return found;
  }

  /** Reads what a folder of the workspace holds, with the whole project that it is a part of. */
  async addFolder(base: string): Promise<void> {
    const top = (await declaringFolder(this.#fileSystem, base)) ?? base;
    await this.#read({ base, top, ofFile: false }, await sourcesBelow(this.#fileSystem, top));
  }

  /** Reads the project of a file that lies in no root. */
  async addFile(path: string): Promise<void> {
    const folder = parentOf(path);
    const top =
      (await declaringFolder(this.#fileSystem, folder)) ??
      (await repositoryFolder(this.#fileSystem, folder));
    // A file that belongs to nothing has neighbours at most: what lies below may be a whole disk.
    const sources =
      top === undefined
        ? await sourcesIn(this.#fileSystem, folder)
        : await sourcesBelow(this.#fileSystem, top);
    const base = top ?? folder;
    await this.#read({ base, top: base, ofFile: true }, sources);
  }

  remove(base: string): void {
    this.#roots.delete(base);
  }

  /** Forgets what was read for files alone, none of which is open any more. */
  removeUnused(open: readonly string[]): void {
    for (const [base, root] of this.#roots) {
      if (root.ofFile && !open.some((path) => this.of(path) === root)) this.#roots.delete(base);
    }
  }

  /** Reads a file again, or no longer knows it where it is gone. */
  async refresh(path: string): Promise<void> {
    const file = await readSource(this.#fileSystem, path);
    for (const { top, files } of this.#roots.values()) {
      if (!isSearched(path, top)) continue;
      if (file === undefined) files.delete(path);
      else if (files.get(path)?.text !== file.text) files.set(path, file);
    }
  }

  /** Forgets a file, or all files of a folder. */
  forget(path: string): void {
    for (const { files } of this.#roots.values()) {
      for (const known of [...files.keys()]) if (isWithin(known, path)) files.delete(known);
    }
  }

  /** Reads what lies at a path: a file, or all sources of a folder. */
  async discover(path: string): Promise<void> {
    const below = await sourcesBelow(this.#fileSystem, path);
    for (const each of below.length === 0 ? [path] : below) await this.refresh(each);
  }

  async #read(root: Omit<Root, 'files'>, sources: readonly string[]): Promise<void> {
    const files = new Map<string, SourceFile>();
    for (const path of sources) {
      const file = await readSource(this.#fileSystem, path);
      if (file !== undefined) files.set(path, file);
    }
    this.#roots.set(root.base, { ...root, files });
  }
}

/** Whether a search from a folder would come to a path. */
function isSearched(path: string, top: string): boolean {
  if (!isWithin(path, top)) return false;
  const folders = path.slice(top.length).split('/').slice(0, -1);
  return folders.every((name) => name === '' || isSearchedFolder(name));
}

function depth({ base, top }: Root, path: string): number {
  return isWithin(path, base) ? base.length : top.length;
}
