/** One apply or destroy at a time of a project on this machine. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUse, type FolderLock, lockFolder } from '@oncall/local-service/folder-lock';
import { exitCodes, OperationalError } from '../exit.ts';
import { unwritable } from '../files/write-file.ts';
import type { Stream } from '../terminal/terminal.ts';
import { stateFolder } from './state-folder.ts';

/**
 * Waits for who is at work on the project, and says who that is. Throws an OperationalError after
 * so many seconds. The lock of a process that is gone counts for nothing.
 */
export async function lockProject(
  projectFolder: string,
  seconds: number,
  err: Stream,
): Promise<FolderLock> {
  const folder = join(stateFolder(projectFolder), 'lock');
  const end = Date.now() + seconds * 1000;
  for (let told = false; ; told = true) {
    try {
      return lockFolder(folder);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw unwritable(error, folder);
      const holder = holderOf(error);
      if (Date.now() >= end) {
        throw new OperationalError(
          exitCodes.unavailable,
          `${holder} is at work on this project; nothing was changed`,
          'Run again when it is done, or give a longer --lock-timeout SECONDS.',
        );
      }
      if (!told) err.write(`Waiting for ${holder}, which is at work on this project.\n`);
    }
    // Not at the same moments as others who wait.
    await sleep(Math.min(end - Date.now() + 1, 100 + Math.random() * 200));
  }
}

function holderOf({ pid, since }: FolderInUse): string {
  const clock = since === undefined ? '' : ` (since ${new Date(since).toISOString()})`;
  return `process ${pid}${clock}`;
}
