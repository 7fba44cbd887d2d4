/** `oncall local-service` as a process that keeps its state in a folder, and may be killed. */
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { folder, listening, start } from '../cli/oncall.ts';

export interface ServiceProcess {
  url(): string;
  /** Kills it with no chance to clean up, and starts another on its folder. */
  killAndRestart(): Promise<void>;
  /** The activation code that was sent last on a channel. */
  codeOn(channelArn: string): Promise<string>;
  /** Of each page, by its ARN. */
  acceptCodes(): Promise<ReadonlyMap<string, string>>;
  advance(minutes: number): Promise<void>;
}

export async function serve(clock: string): Promise<ServiceProcess> {
  const words = ['local-service', '--data', folder(), '--clock', clock];
  let child = start(words);
  let url = await listening(child);
  onTestFinished(() => void child.kill('SIGKILL'));

  const messages = async () => {
    const response = await fetch(`${url}/_oncall/outbox`);
    const { messages: all } = (await response.json()) as { messages: readonly Message[] };
    return all;
  };

  return {
    url: () => url,
    killAndRestart: async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
      child = start(words);
      url = await listening(child);
    },
    codeOn: async (channelArn) => {
      const codes = (await messages()).filter(({ kind }) => kind === 'activation');
      const found = codes.findLast(({ channel }) => channel === channelArn);
      if (!found) throw new Error(`nothing was sent on ${channelArn}`);
      return found.code;
    },
    acceptCodes: async () =>
      new Map((await messages()).flatMap(({ page, code }) => (page ? [[page, code]] : []))),
    advance: async (advanceMinutes) => {
      const body = JSON.stringify({ advanceMinutes });
      const { ok } = await fetch(`${url}/_oncall/clock`, { method: 'POST', body });
      if (!ok) throw new Error('the clock does not move');
    },
  };
}

interface Message {
  readonly kind: 'activation' | 'page';
  readonly channel: string;
  readonly page?: string;
  readonly code: string;
}
