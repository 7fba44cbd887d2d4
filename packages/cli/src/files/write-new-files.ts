import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { unwritable } from './write-file.ts';

export interface NewFile {
  /** In the folder itself. */
  readonly name: string;
  readonly text: string;
  /** Whether nobody but its owner may read it. */
  readonly secret?: boolean;
}

/**
 * Writes files into a folder, all or none, and never over one that is there. A folder that is not
 * there yet appears with all of them in it; in one that is, the first gets its name only once all
 * are on the disk.
 */
export function writeNewFiles(folder: string, files: readonly NewFile[], shown: string): void {
  try {
    const isNew = !existsSync(folder);
    const near = isNew ? dirname(folder) : folder;
    mkdirSync(near, { recursive: true });
    const draft = mkdtempSync(join(near, '.oncall-import-'));
    try {
      // In a folder of its own, since what mkdtemp makes is closed to others.
      const inner = join(draft, 'files');
      mkdirSync(inner);
      for (const file of files) write(inner, file);
      if (isNew) renameSync(inner, folder);
      else placeAll(inner, folder, files);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  } catch (error) {
    throw unwritable(error, shown);
  }
}

function write(folder: string, { name, text, secret = false }: NewFile): void {
  const file = openSync(join(folder, name), 'wx', secret ? 0o600 : 0o666);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A name that was taken in the meantime undoes those that were given. */
function placeAll(from: string, to: string, files: readonly NewFile[]): void {
  const placed: string[] = [];
  try {
    for (const { name } of files) {
      place(join(from, name), join(to, name));
      placed.push(name);
    }
  } catch (error) {
    for (const name of placed) rmSync(join(to, name), { force: true });
    throw error;
  }
}

/** As a link, which fails where the name is taken, and as a copy where there are no links. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
