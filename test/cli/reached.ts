/** A deployed project with its service, and what people would have received from it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { demo, demoValues } from '../docs/demo-project.ts';
import { type Account, account } from './account.ts';
import { folder, oncall, type Result } from './oncall.ts';

export interface Message {
  readonly kind: 'activation' | 'page';
  /** Alias. */
  readonly contact: string;
  readonly channelName: string;
  readonly page: string | null;
  readonly text: string;
  readonly code: string;
}

export interface Scene {
  readonly cwd: string;
  readonly service: Account;
  run(line: string, env?: NodeJS.ProcessEnv): Promise<Result>;
  outbox(): Promise<readonly Message[]>;
  /** Gives the service the codes that it has sent to channels such as `alice.phone`. */
  activate(...channels: readonly string[]): Promise<void>;
}

export async function reached(text = demo): Promise<Scene> {
  const service = await account();
  const cwd = folder({ 'main.oncall': text, 'oncall.env': demoValues });
  const where = ['--endpoint', service.url];
  const run: Scene['run'] = (line, env = {}) => oncall([...words(line), ...where], { cwd, env });
  const outbox = () => outboxOf(service.url);
  const activate: Scene['activate'] = async (...channels) => {
    for (const channel of channels) {
      const code = codeFor(channel, await outbox());
      expect((await run(`activate @${channel} ${code}`)).code).toBe(0);
    }
  };
  const applied = await run('apply --yes');
  expect(applied.code, applied.stderr).toBe(0);
  return { cwd, service, run, outbox, activate };
}

/** What people would have got from a service, in the order of time. */
export async function outboxOf(url: string): Promise<readonly Message[]> {
  const answer = await (await fetch(`${url}/_oncall/outbox`)).json();
  const { messages } = answer as { readonly messages: readonly Message[] };
  return messages.map((it) => ({ ...it, contact: it.contact.replace(/.*\//, '') }));
}

/** The code that came to a channel last. */
export function codeFor(channel: string, outbox: readonly Message[]): string {
  const sent = outbox.filter((it) => {
    return it.kind === 'activation' && `${it.contact}.${it.channelName}` === channel;
  });
  return sent.at(-1)?.code ?? 'none';
}

/** A line as a shell takes it, with double quotes. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

export interface Dialogue {
  /** All that is seen. */
  readonly seen: string;
  readonly code: number | null;
}

/** What readline moves the cursor with. */
const cursorMoves = new RegExp(`${String.fromCodePoint(27)}\\[[\\d;]*[A-Za-z]`, 'g');

/** Runs on a terminal; answers are typed as their questions come, each once. */
export async function onTerminal(
  line: readonly string[],
  cwd: string,
  answers: readonly (readonly [RegExp, string | (() => Promise<string>)])[],
): Promise<Dialogue> {
  const cli = join(import.meta.dirname, '../../packages/cli/bin/oncall.cjs');
  const command = [process.execPath, cli, ...line].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qefc', `stty cols 120; ${command}`, '/dev/null'], {
    cwd,
    env: { PATH: process.env['PATH'], TERM: 'xterm', HOME: '/nonexistent' },
  });
  onTestFinished(() => void child.kill());
  let seen = '';
  let from = 0;
  const waiting = [...answers];
  const typeNext = async () => {
    const [next] = waiting;
    if (next === undefined || !next[0].test(seen.slice(from))) return;
    waiting.shift();
    from = seen.length;
    const answer = typeof next[1] === 'string' ? next[1] : await next[1]();
    child.stdin.write(answer);
    await typeNext();
  };
  child.stdout.setEncoding('utf8').on('data', (part) => {
    seen = (seen + part).replaceAll(cursorMoves, '');
    void typeNext();
  });
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { seen, code };
}
