/**
 * Where files come from: the folders of the workspace, and for a file opened from elsewhere the
 * folder that it belongs to. Knows what lies on disk there, and no open buffers.
 */
import { declaresProject, isSearchedFolder, type SourceFile } from '@oncall/language';
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
  /** Whether what lies in folders below belongs to it too. */
  readonly isDeep: boolean;
}

export class Roots {
  readonly #fileSystem: FileSystem;
  readonly #roots = new Map<string, Root>();
  /** Whether a file has come to declare a project, or no longer does: roots may begin elsewhere then. */
  #isOutdated = false;

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
      if (!isSearched(path, root)) continue;
      if (found === undefined || depth(root, path) > depth(found, path)) found = root;
    }
    return found;
  }

  /** Reads what a folder of the workspace holds, with the whole project that it is a part of. */
  async addFolder(base: string): Promise<void> {
    const top = (await declaringFolder(this.#fileSystem, base)) ?? base;
    for (const { base: other, ofFile } of [...this.#roots.values()]) {
      if (ofFile && isWithin(other, top)) this.#roots.delete(other);
    }
    await this.#read({ base, top, ofFile: false, isDeep: true });
  }

  /** Reads the project of a file, if it lies in no folder of the workspace. */
  async addFile(path: string): Promise<void> {
    const within = this.of(path);
    if (within !== undefined && !within.ofFile) return;
    const folder = parentOf(path);
    const top =
      (await declaringFolder(this.#fileSystem, folder)) ??
      (await repositoryFolder(this.#fileSystem, folder));
    const base = top ?? folder;
    if (this.#roots.has(base)) return;
    // A file that belongs to nothing has neighbours at most: what lies below may be a whole disk.
    await this.#read({ base, top: base, ofFile: true, isDeep: top !== undefined });
  }

  /**
   * Where roots may begin elsewhere than they did, reads those of folders again, and forgets those
   * of files; whether that was so.
   */
  async renew(): Promise<boolean> {
    if (!this.#isOutdated) return false;
    this.#isOutdated = false;
    const before = [...this.#roots.values()];
    this.#roots.clear();
    for (const { base, ofFile } of before) if (!ofFile) await this.addFolder(base);
    return true;
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
    const declares = file !== undefined && declaresProject(file.text);
    let declared = false;
    for (const root of this.#roots.values()) {
      const { files } = root;
      if (!isSearched(path, root)) continue;
      declared ||= declaresProject(files.get(path)?.text ?? '');
      if (file === undefined) files.delete(path);
      else if (files.get(path)?.text !== file.text) files.set(path, file);
    }
    if (declares !== declared) this.#isOutdated = true;
  }

  /** Forgets a file, or all files of a folder. */
  forget(path: string): void {
    for (const { files } of this.#roots.values()) {
      for (const [known, { text }] of [...files]) {
        if (!isWithin(known, path)) continue;
        files.delete(known);
        if (declaresProject(text)) this.#isOutdated = true;
      }
    }
  }

  /** Reads what lies at a path: a file, or all sources of a folder. */
  async discover(path: string): Promise<void> {
    const below = await sourcesBelow(this.#fileSystem, path);
    for (const each of below.length === 0 ? [path] : below) await this.refresh(each);
  }

  async #read(root: Omit<Root, 'files'>): Promise<void> {
    const { top, isDeep } = root;
    const sources = await (isDeep ? sourcesBelow : sourcesIn)(this.#fileSystem, top);
    const files = new Map<string, SourceFile>();
    for (const path of sources) {
      const file = await readSource(this.#fileSystem, path);
      if (file !== undefined) files.set(path, file);
    }
    this.#roots.set(root.base, { ...root, files });
  }
}

/** Whether reading a root would come to a path. */
function isSearched(path: string, { top, isDeep }: Root): boolean {
  if (!isDeep) return parentOf(path) === top;
  if (!isWithin(path, top)) return false;
  const folders = path.slice(top.length).split('/').slice(0, -1);
  return folders.every((name) => name === '' || isSearchedFolder(name));
}

function depth({ base, top }: Root, path: string): number {
  return isWithin(path, base) ? base.length : top.length;
}
