import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCodes, OperationalError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

/**
 * Replaces a file's content at once or not at all: a reader sees the old text or the new one,
 * whatever happens between. The mode is kept, and a link stays a link.
 */
export function replaceFile(path: string, text: string, shown: string): void {
  try {
    const target = realpathSync(path);
    const mode = statSync(target).mode & 0o7777;
    const draft = join(dirname(target), `.oncall-${process.pid}-${Date.now()}.tmp`);
    try {
      const file = openSync(draft, 'wx', mode);
      try {
        writeAll(file, Buffer.from(text));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      // The mode given at creation is cut by the umask.
      chmodSync(draft, mode);
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw unwritable(error, shown);
  }
}

/** Makes a folder with all above it; one that is there is fine. */
export function makeFolder(path: string, shown: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw unwritable(error, shown);
  }
}

export function unwritable(error: unknown, shown: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new OperationalError(exitCodes.failed, `${visible(shown)} can't be written: ${code}`);
}

/** All of it, however little the system takes at a time; a full disk may take a part. */
export function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}
