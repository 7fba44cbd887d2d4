/**
 * The tool as it was built when the tests began, in a folder of its own, so that builds meanwhile
 * don't disturb a long run; and the local service in it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as LocalService from '@oncall/local-service';
import { accountNumber, region } from './project.ts';

export interface Tool {
  openWorker(): Worker;
  /** A service in memory. */
  serve(): Promise<Service>;
  /** A service as a process, with its state in a folder; it can be killed. */
  serveFrom(folder: string): Promise<Service>;
  remove(): void;
}

/**
 * A process that runs the tool again and again until it is killed, and then another: most of the
 * time of a run would go into starts else.
 */
export interface Worker {
  /** One at a time; `onStart` is given the process. */
  run(
    words: readonly string[],
    cwd: string,
    onStart?: (child: ChildProcess) => void,
  ): Promise<Ended>;
  /** How much of files is on the disk, by inode: the rest a loss of power may take. */
  onDisk(): ReadonlyMap<number, number>;
  close(): void;
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
  // Nothing of the machine's own AWS set-up, so that no test reaches an account.
  const env = { PATH: process.env['PATH'], HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' };

  return {
    openWorker: () => {
      const out = join(folder, `output-${randomUUID()}`);
      const synced = join(folder, `synced-${randomUUID()}`);
      writeFileSync(synced, '');
      let child: ChildProcess | undefined;
      const living = () => {
        if (child !== undefined && child.exitCode === null && !child.killed) return child;
        const descriptor = openSync(out, 'a');
        child = spawn(process.execPath, ['-e', program, binary, synced], {
          cwd: folder,
          env,
          stdio: ['ignore', descriptor, descriptor, 'ipc'],
        });
        closeSync(descriptor);
        return child;
      };
      return {
        run: async (words, cwd, onStart) => {
          writeFileSync(out, '');
          const running = living();
          const ended = new Promise<number | null>((resolve) => {
            running.once('message', ({ code }: { code: number }) => resolve(code));
            // Ended by nobody, it has failed in a way that it must not.
            running.once('close', () => resolve(running.killed ? null : 70));
          });
          running.send({ words, cwd });
          onStart?.(running);
          const code = await ended;
          running.removeAllListeners();
          return { code, output: readFileSync(out, 'utf8') };
        },
        onDisk: () => {
          const lines = readFileSync(synced, 'utf8').split('\n').slice(0, -1);
          return new Map(lines.map((line) => line.split(' ').map(Number) as [number, number]));
        },
        close: () => void child?.kill(),
      };
    },
    serve: async () => {
      const part = createRequire(binary)('./local-service.js') as typeof LocalService;
      const service = await part.startLocalService({ account: accountNumber, region });
      return { url: service.url, close: () => service.close(), kill: () => service.close() };
    },
    serveFrom: async (data) => {
      const words = ['local-service', '--account', accountNumber, '--region', region];
      const child = spawn(process.execPath, [binary, ...words, '--data', data], {
        cwd: folder,
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
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

/**
 * Its arguments are the bundled start, and where to note what is on the disk; it runs what it is
 * told, and tells the exit code.
 */
const program = `
  const fs = require('node:fs');
  const { fdatasync, fsyncSync } = fs;
  const note = ({ ino, size }) => fs.appendFileSync(process.argv[2], ino + ' ' + size + '\\n');
  fs.fdatasync = (descriptor, done) => {
    const before = fs.fstatSync(descriptor);
    fdatasync(descriptor, (error) => {
      if (!error) note(before);
      done(error);
    });
  };
  fs.fsyncSync = (descriptor) => {
    fsyncSync(descriptor);
    note(fs.fstatSync(descriptor));
  };
  const { main } = require(process.argv[1]).load('./main.js');
  process.on('message', ({ words, cwd }) => {
    process.chdir(cwd);
    main(words).then((code) => process.send({ code }));
  });
`;
