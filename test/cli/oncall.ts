/** Runs the built command line as a person or a script would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const binary = join(import.meta.dirname, '../../packages/cli/dist/oncall.js');

export interface Result {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Options {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
  /** Called with the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

export function start(words: readonly string[], options: Options = {}): ChildProcess {
  // Nothing of the machine's own AWS set-up, so that no test reaches an account.
  const env = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  return spawn(process.execPath, [binary, ...words], {
    cwd: options.cwd,
    env: { ...env, ...options.env },
  });
}

export async function oncall(words: readonly string[], options: Options = {}): Promise<Result> {
  const child = start(words, options);
  options.onStart?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (part) => {
    stdout += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part) => {
    stderr += part;
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { code, stdout, stderr };
}

/** Where a local service that was started listens, once it does. */
export function listening(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    child.once('close', () => failed(new Error('the service ended')));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const line = /^listening on (\S+)\n$/.exec(text);
      if (line?.[1] !== undefined) found(line[1]);
    });
  });
}

/** A folder with these files, gone after the test. Its path has a space in it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'oncall story '));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  write(path, files);
  return path;
}

export function write(path: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
}
