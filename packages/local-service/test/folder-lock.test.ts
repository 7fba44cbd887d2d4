import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderError, lockFolder } from '../src/store/folder-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-service-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `work` while another process lives. */
async function besideProcess(work: (pid: number) => void): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const { pid = 0 } = child;
  try {
    work(pid);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  return pid;
}

describe('lockFolder', () => {
  it('gives a folder to one user at a time', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(DataFolderError);
    expect(() => lockFolder(folder)).toThrow(/in use by this process/);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    lockFolder(folder).release();
  });

  it('names the live process that uses the folder, and leaves its file', async () => {
    await besideProcess((pid) => {
      const file = join(folder, `process-${pid}.lock`);
      writeFileSync(file, '');
      expect(() => lockFolder(folder)).toThrow(`in use by process ${pid}`);
      const since = statSync(file).mtimeMs;
      expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ pid, since }));
      expect(readdirSync(folder)).toEqual([`process-${pid}.lock`]);
    });
  });

  it('does not mind the file of a process that is gone', async () => {
    const pid = await besideProcess(() => {});
    writeFileSync(join(folder, `process-${pid}.lock`), '123');
    const lock = lockFolder(folder);
    expect(readdirSync(folder)).toEqual([`process-${process.pid}.lock`]);
    lock.release();
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'knows a process from a later one of the same id',
    async () => {
      await besideProcess((pid) => {
        writeFileSync(join(folder, `process-${pid}.lock`), '123');
        writeFileSync(join(folder, `process-${process.pid}.lock`), '123');
        const lock = lockFolder(folder);
        expect(readdirSync(folder)).toEqual([`process-${process.pid}.lock`]);
        lock.release();
      });
    },
  );
});
