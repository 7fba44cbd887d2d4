import { resolve } from 'node:path';
import { accountProblem, regionProblem } from '@oncall/language';
import type { Credentials, Faults } from '@oncall/local-service';
import type { Command, Invocation } from '../command-line/command.ts';
import { exitCodes, usageError } from '../exit.ts';
import { shownPath } from '../files/projects.ts';
import { makeFolder } from '../files/write-file.ts';
import { visible } from '../terminal/visible.ts';
import { instantIn, timeGiven } from '../time/written-time.ts';

/** Serves the ssm-contacts API on loopback until it is told to end. */
export const localService: Command = {
  async run(invocation, { cwd, terminal }) {
    const port = portOf(invocation);
    const account = invocation.value('account');
    const region = invocation.value('region');
    if (account !== undefined && accountProblem(account) !== undefined) {
      throw usageError(`${visible(account)} is no account number`, 'Write its 12 digits.');
    }
    if (region !== undefined && regionProblem(region) !== undefined) {
      throw usageError(`${visible(region)} is no Region`, 'Write one like us-east-2.');
    }
    const data = invocation.value('data');
    const dataDir = data === undefined ? undefined : resolve(cwd, data);
    if (dataDir !== undefined) makeFolder(dataDir, shownPath(dataDir, cwd));
    const host = invocation.value('host');
    const clock = timeGiven('clock', invocation);
    const credentials = credentialsOf(invocation);
    const faults = await faultsOf(invocation);
    const { serveLocally } = await import('../aws/serve-locally.ts');
    const service = await serveLocally({
      port,
      ...(host === undefined ? {} : { host }),
      ...(clock === undefined ? {} : { clock: instantIn(clock, 'UTC') * 1000 }),
      ...(credentials === undefined ? {} : { credentials }),
      ...(faults === undefined ? {} : { faults }),
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
      ...(dataDir === undefined ? {} : { dataDir }),
      log: (line) => terminal.err.note(`${line}\n`),
    });
    terminal.out.write(`listening on ${service.url.replace(/\/$/, '')}\n`);
    await new Promise<void>((ended) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended());
    });
    await service.close();
    return exitCodes.fine;
  },
};

function portOf(invocation: Invocation): number {
  const written = invocation.value('port') ?? '0';
  if (!/^\d{1,5}$/.test(written) || Number(written) > 65_535) {
    throw usageError(`--port can't be ${visible(written)}`, 'Write a number up to 65535.');
  }
  return Number(written);
}

function credentialsOf(invocation: Invocation): Credentials | undefined {
  const written = invocation.value('credentials');
  if (written === undefined) return undefined;
  const [, accessKeyId, secretAccessKey] = /^([^:/\s]+):(\S+)$/.exec(written) ?? [];
  // The message does not repeat it: it is a secret.
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw usageError('--credentials takes ID:SECRET', 'Write one like local:secret.');
  }
  return { accessKeyId, secretAccessKey };
}

async function faultsOf(invocation: Invocation): Promise<Faults | undefined> {
  const written = invocation.value('fault');
  if (written === undefined) return undefined;
  const { faultHelp, parseFaults } = await import('@oncall/local-service');
  const faults = parseFaults(written);
  if (typeof faults === 'string') throw usageError(`--fault: ${visible(faults)}`, faultHelp);
  return faults;
}
