/**
 * The tool as it was built when the tests began, in a folder of its own, so that builds meanwhile
 * don't disturb a long run; and the local service in it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as LocalService from '@oncall/local-service';
import { accountNumber, region } from './project.ts';

export interface Tool {
  /** Runs it; `onStart` is given the process. */
  run(
    words: readonly string[],
    cwd: string,
    onStart?: (child: ChildProcess) => void,
  ): Promise<Ended>;
  /** A service in memory. */
  serve(): Promise<Service>;
  /** A service as a process, with its state in a folder; it can be killed. */
  serveFrom(folder: string): Promise<Service>;
  remove(): void;
}

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly output: string;
}

export interface Service {
  readonly url: string;
  close(): Promise<void>;
  /** As `kill -9` does; of a service in memory there would be nothing left. */
  kill(): Promise<void>;
}

export function copyTool(): Tool {
  const folder = mkdtempSync(join(tmpdir(), 'oncall-chaos-'));
  cpSync(join(import.meta.dirname, '../../packages/cli/dist'), folder, { recursive: true });
  const binary = join(folder, 'oncall.js');
  const start = (words: readonly string[], cwd: string) =>
    spawn(process.execPath, [binary, ...words], {
      cwd,
      // Nothing of the machine's own AWS set-up, so that no test reaches an account.
      env: { PATH: process.env['PATH'], HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  return {
    run: async (words, cwd, onStart) => {
      const child = start(words, cwd);
      onStart?.(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (part) => {
          output += part;
        });
      }
      const code = await new Promise<number | null>((ended) => child.once('close', ended));
      return { code, output };
    },
    serve: async () => {
      const part = createRequire(binary)('./local-service.js') as typeof LocalService;
      const service = await part.startLocalService({ account: accountNumber, region });
      return { url: service.url, close: () => service.close(), kill: () => service.close() };
    },
    serveFrom: async (data) => {
      const words = ['local-service', '--account', accountNumber, '--region', region];
      const child = start([...words, '--data', data], folder);
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      child.stderr.resume();
      const url = await new Promise<string>((found, failed) => {
        child.once('close', () => failed(new Error('the service ended')));
        child.stdout.setEncoding('utf8').on('data', (text) => {
          const line = /^listening on (\S+)\n$/.exec(text);
          if (line?.[1] !== undefined) found(line[1]);
        });
      });
      const end = async (signal: NodeJS.Signals) => {
        child.kill(signal);
        await ended;
      };
      return { url, close: () => end('SIGTERM'), kill: () => end('SIGKILL') };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
