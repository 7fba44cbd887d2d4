import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { isSearchedFolder } from '@oncall/language';
import { exitCodes, OperationalError } from '../exit.ts';

/**
 * Calls whenever something may have changed in folders or below, until a person interrupts. Changes
 * that come together are one. `onChange` says which folders to look at from then on.
 */
export async function watchFolders(onChange: () => readonly string[]): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let stop: (reason?: unknown) => void = () => {};
  const look = () => {
    try {
      const wanted = new Set(onChange().flatMap(foldersIn));
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of wanted) {
        if (watchers.has(folder)) continue;
        const watcher = watchFolder(folder, soon);
        if (watcher === undefined) continue;
        watchers.set(folder, watcher);
        // What came into it before it was watched is looked at too.
        soon();
      }
    } catch (error) {
      stop(error);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, settleTime);
  };
  const onSignal = () => stop();
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    await new Promise<void>((done, fail) => {
      stop = (reason) => (reason === undefined ? done() : fail(reason));
      look();
    });
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** Milliseconds: an editor that saves writes more than once. */
const settleTime = 50;

/** A folder and those below it that hold files of a project. */
function foldersIn(folder: string): readonly string[] {
  const found = [folder];
  for (const next of found) {
    try {
      for (const entry of readdirSync(next, { withFileTypes: true })) {
        if (entry.isDirectory() && isSearchedFolder(entry.name)) found.push(join(next, entry.name));
      }
    } catch {
      // It went while we looked.
    }
  }
  return found;
}

function watchFolder(folder: string, onEvent: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, onEvent);
    // A folder that goes is seen in the one above.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new OperationalError(
      exitCodes.failed,
      `the files can't be watched: ${code}`,
      'Run oncall lint without --watch.',
    );
  }
}
