/**
 * One live process a data folder: each user of it leaves a file that names its process, and a file
 * whose process is gone counts for nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FolderLock {
  release(): void;
}

/** The data folder can't be used, for a reason that the message tells the user. */
export class DataFolderError extends Error {}

/** Another live process uses it. */
export class FolderInUse extends DataFolderError {
  readonly pid: number;
  /** Epoch milliseconds; undefined where it has let go of it meanwhile. */
  readonly since: number | undefined;

  constructor(folder: string, pid: number) {
    const user = pid === process.pid ? 'this process' : `process ${pid}`;
    super(`The data folder ${folder} is in use by ${user}. Stop it, or use another folder.`);
    this.pid = pid;
    this.since = statSync(lockFile(folder, pid), { throwIfNoEntry: false })?.mtimeMs;
  }
}

/** Makes the folder where it is missing. Throws a FolderInUse where a live process uses it. */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  if (isHeld(folder, process.pid)) throw new FolderInUse(folder, process.pid);
  const own = lockFile(folder, process.pid);
  writeFileSync(own, startOf(process.pid) ?? '');
  // First our own file, then a look at the others: of two that start at once, the later one to
  // write sees the other. Both may give up, but never do both go on.
  for (const pid of users(folder)) {
    if (pid === process.pid) continue;
    if (isHeld(folder, pid)) {
      rmSync(own, { force: true });
      throw new FolderInUse(folder, pid);
    }
    rmSync(lockFile(folder, pid), { force: true });
  }
  return { release: () => rmSync(own, { force: true }) };
}

function users(folder: string): readonly number[] {
  return readdirSync(folder).flatMap((name) => {
    const pid = /^process-(\d+)\.lock$/.exec(name)?.[1];
    return pid === undefined ? [] : [Number(pid)];
  });
}

function lockFile(folder: string, pid: number): string {
  return join(folder, `process-${pid}.lock`);
}

/** Whether the process that wrote the file still runs; ids are used again, so its start counts. */
function isHeld(folder: string, pid: number): boolean {
  let written: string;
  try {
    written = readFileSync(lockFile(folder, pid), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  if (!isAlive(pid)) return false;
  const start = startOf(pid);
  // An empty file is one that is being written just now, or of a system that tells no start.
  return written === '' || start === undefined || written === start;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When the process started, in words of the system that are the same for nobody else; undefined
 * where it has none. A process that has ended and waits for its parent to notice has no start.
 */
function startOf(pid: number): string | undefined {
  let stat: string;
  let boot: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Other systems have no /proc, and most have this.
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout?.trim() || undefined;
  }
  // The name of the program, in parentheses, may hold anything.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? 'ended' : `${boot} ${fields[18]}`;
}
