import type { ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clean, dangling, unused } from './lint-project.ts';
import { folder, start } from './oncall.ts';

/** What is printed while it runs, and how it ends. */
function watching(cwd: string, words: readonly string[] = []) {
  const child: ChildProcess = start(['lint', '--watch', '--format', 'compact', ...words], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  let seen = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part) => {
      seen += part;
    });
  }
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return {
    async until(text: string): Promise<string> {
      const limit = Date.now() + 20_000;
      while (!seen.includes(text)) {
        if (Date.now() > limit) throw new Error(`${text} was never printed, but:\n${seen}`);
        await pause(20);
      }
      const told = seen;
      seen = '';
      return told;
    },
    seen: () => seen,
    async stop(signal: NodeJS.Signals = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
  };
}

describe('oncall lint --watch', () => {
  it('checks again when files change, come and go, and ends with what was told last', async () => {
    const cwd = folder({ 'main.oncall': clean });
    const run = watching(cwd);
    expect(await run.until('watching 1 file\n')).toBe('watching 1 file\n');
    writeFileSync(join(cwd, 'main.oncall'), clean + dangling);
    expect(await run.until('watching 1 file\n')).toContain('[dangling-contact]');
    mkdirSync(join(cwd, 'new/below'), { recursive: true });
    writeFileSync(join(cwd, 'new/below/a.oncall'), unused('spare'));
    const both = await run.until('watching 2 files\n');
    expect(both).toContain('[unused-contact]');
    expect(both).toContain('[dangling-contact]');
    writeFileSync(join(cwd, 'main.oncall'), clean);
    expect(await run.until('watching 2 files\n')).not.toContain('dangling');
    rmSync(join(cwd, 'new'), { recursive: true });
    expect(await run.until('watching 1 file\n')).toBe('watching 1 file\n');
    expect(await run.stop()).toBe(0);
  });

  it('says nothing where nothing changed, and clears no screen that is none', async () => {
    const cwd = folder({ 'main.oncall': clean + dangling });
    const run = watching(cwd);
    expect(await run.until('watching 1 file\n')).not.toContain('\u001b');
    writeFileSync(join(cwd, 'main.oncall'), clean + dangling);
    writeFileSync(join(cwd, 'notes.txt'), 'x');
    await pause(400);
    expect(run.seen()).toBe('');
    expect(await run.stop('SIGTERM')).toBe(1);
  });

  it('waits for files that went, and says so', async () => {
    const cwd = folder({ 'main.oncall': clean });
    const run = watching(cwd, ['main.oncall']);
    await run.until('watching 1 file\n');
    rmSync(join(cwd, 'main.oncall'));
    expect(await run.until('main.oncall\n')).toBe('there is no file or folder main.oncall\n');
    writeFileSync(join(cwd, 'main.oncall'), clean);
    await run.until('watching 1 file\n');
    expect(await run.stop()).toBe(0);
  });
});
