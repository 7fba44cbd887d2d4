/**
 * A file of JSON lines that only grows, until it is written anew. A line that a crash cut is
 * skipped, and nothing else is lost by it.
 */
import {
  closeSync,
  constants,
  fdatasync,
  fsyncSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { exitCodes, OperationalError } from '../exit.ts';
import { replaceFile, unwritable, writeAll } from '../files/write-file.ts';
import { visible } from '../terminal/visible.ts';

export interface JournalFile {
  /** What was read when it was opened; nothing of a line that is no JSON. */
  readonly entries: readonly object[];
  /** On its way to the disk, as far as the end of this process is concerned. */
  append(entries: readonly object[]): void;
  /** Resolves once all that was appended is on the disk. */
  synced(): Promise<void>;
  /** All of it anew, at once or not at all. */
  rewrite(entries: readonly object[]): void;
}

const sync = promisify(fdatasync);

/** The file is made when something is first appended; `makeRoom` makes its folder. */
export function openJournalFile(path: string, makeRoom: () => void): JournalFile {
  let descriptor: number | undefined;
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  const opened = (): number => {
    if (descriptor !== undefined) return descriptor;
    makeRoom();
    const { O_APPEND, O_CREAT, O_WRONLY } = constants;
    descriptor = openSync(path, O_APPEND | O_CREAT | O_WRONLY, 0o600);
    // The line before may have been cut.
    writeSync(descriptor, '\n');
    return descriptor;
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw unwritable(error, path);
    }
  };

  return {
    entries: read(path),
    append: (entries) => {
      if (entries.length === 0) return;
      guarded(() => {
        const file = opened();
        try {
          writeAll(file, Buffer.from(textOf(entries)));
        } catch (error) {
          // It may have been cut, so what comes next begins a line of its own.
          closeSync(file);
          descriptor = undefined;
          throw error;
        }
      });
    },
    synced: () => {
      // Whoever asks while one is under way shares the next.
      waiting ??= running.then(async () => {
        waiting = undefined;
        if (descriptor === undefined) return;
        running = sync(descriptor).catch((error) => {
          throw unwritable(error, path);
        });
        // Told to those who wait for it, and not to the next ones.
        const done = running;
        running = done.catch(() => {});
        await done;
      });
      return waiting;
    },
    rewrite: (entries) => {
      guarded(() => opened());
      replaceFile(path, textOf(entries), path);
      syncFolder(dirname(path));
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}

/** So that the new file is found after a loss of power; not every system can do it. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch {}
}

function textOf(entries: readonly object[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

function read(path: string): readonly object[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new OperationalError(
      exitCodes.noInput,
      `${visible(path)} can't be read: ${code}`,
      'Mend that, or move it away: what is lost with it is which overrides are ours.',
    );
  }
  return text.split('\n').flatMap((line) => {
    try {
      const entry: unknown = JSON.parse(line);
      return typeof entry === 'object' && entry !== null ? [entry] : [];
    } catch {
      return [];
    }
  });
}
