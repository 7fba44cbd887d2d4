/** Where plan and apply go: which service, as which account, in which Region. */
import { join, relative, resolve } from 'node:path';
import { regionProblem } from '@oncall/language';
import { type Connection, connect, isLoopback } from '../aws/connect.ts';
import { serveLocally } from '../aws/serve-locally.ts';
import { meansGone, ServiceError } from '../aws/service.ts';
import type { Invocation, Surroundings } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { exitCodes, OperationalError, usageError } from '../exit.ts';
import { filesIn } from '../files/find-files.ts';
import { shownPath } from '../files/projects.ts';
import { makeFolder } from '../files/write-file.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import { stateFolder } from './state-folder.ts';

export interface Target {
  readonly connection: Connection;
  /** Undefined where only the answers of an endpoint can tell. */
  readonly account: string | undefined;
  readonly region: string;
  /** For people: `AWS`, or which service else. */
  readonly place: string;
  /** Tells it from other places: `AWS`, an address, or a folder as seen from the project's. */
  readonly identity: string;
  /** How many calls may be under way at a time. */
  readonly concurrency: number;
  close(): Promise<void>;
}

/** What the project says, variables included. */
export interface Guard {
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** ARNs of contacts that live elsewhere, which the local service is to believe in. */
  readonly externs: readonly string[];
}

/** The options that say where, checked before anything is opened. */
export interface Destination {
  readonly kind: 'aws' | 'endpoint' | 'local';
  readonly endpoint: string | undefined;
  /** Of the local service's state, absolute. */
  readonly folder: string | undefined;
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly concurrency: number;
  /** Whether the calls made are told in the end. */
  readonly verbose: boolean;
}

export function destinationOf(invocation: Invocation, { cwd, env }: Surroundings): Destination {
  const region = invocation.value('region');
  const profile = invocation.value('profile');
  const concurrency = wholeNumber(invocation, 'concurrency', { least: 1, most: 64 }) ?? 8;
  const manner = { profile, region, concurrency, verbose: invocation.has('verbose') };
  if (region !== undefined && regionProblem(region) !== undefined) {
    throw usageError(`--region can't be ${visible(region)}`, 'Write one like us-east-2.');
  }
  if (invocation.has('local')) {
    if (invocation.has('endpoint')) throw usageError('--local and --endpoint exclude each other');
    const written = invocation.value('local');
    const folder = written === undefined ? undefined : resolve(cwd, written);
    if (folder !== undefined && filesIn(folder).length > 0) {
      throw usageError(
        `--local takes a folder for the service's state, and ${visible(written ?? '')} holds a project`,
        `Write the project first: ${visible(written ?? '')} --local.`,
      );
    }
    return { kind: 'local', endpoint: undefined, folder, ...manner, profile: undefined };
  }
  const endpoint =
    invocation.value('endpoint') ?? env['AWS_ENDPOINT_URL_SSM_CONTACTS'] ?? env['AWS_ENDPOINT_URL'];
  if (endpoint === undefined) return { kind: 'aws', endpoint, folder: undefined, ...manner };
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : '')) {
    throw usageError(
      `${visible(endpoint)} is no address of a service`,
      'Write one like http://127.0.0.1:4580.',
    );
  }
  return { kind: 'endpoint', endpoint, folder: undefined, ...manner };
}

export async function openTarget(
  destination: Destination,
  guard: Guard,
  projectFolder: string,
  { cwd, env, terminal }: Surroundings,
  signal: AbortSignal,
): Promise<Target> {
  const { kind, endpoint, profile, concurrency, verbose } = destination;
  const onWait = (seconds: number) =>
    terminal.err.progress(`The service asks to wait ${counted(seconds, 'second')}`);
  const calling = { concurrency, retry: { signal }, onWait };
  const closing = (connection: Connection) => {
    connection.close();
    if (verbose) terminal.err.write(callsText(connection.calls));
  };
  const region = destination.region ?? guard.region;
  if (guard.region !== undefined && region !== guard.region) {
    throw usageError(
      `the project's region is ${guard.region}, and --region says ${region}`,
      'Leave --region away, or change project.',
    );
  }
  if (kind === 'local') {
    const folder = destination.folder ?? join(stateFolder(projectFolder), 'local');
    makeFolder(folder, shownPath(folder, cwd));
    const account = guard.account ?? '111122223333';
    const served = region ?? 'us-east-1';
    const service = await serveLocally({
      dataDir: folder,
      account,
      region: served,
      externs: guard.externs,
    });
    const connection = await connect({
      region: served,
      endpoint: service.url,
      profile: undefined,
      // Credentials of an account have no business with the service of this machine.
      env: {},
      ...calling,
    });
    return {
      connection,
      account,
      region: served,
      place: `the local service in ${shownPath(folder, cwd)}`,
      // So it stays the same when the project moves, state and all.
      identity: relative(projectFolder, folder),
      concurrency,
      close: async () => {
        closing(connection);
        await service.close();
      },
    };
  }
  const connection = await connect({ region, endpoint, profile, env, ...calling });
  const close = async () => closing(connection);
  try {
    // A service on this machine has nobody to ask; the ARNs in its answers tell.
    const asks = endpoint === undefined || !isLoopback(endpoint);
    const named = asks && guard.account !== undefined;
    const account = named ? await connection.callerAccount() : guard.account;
    if (named && account !== guard.account) throw wrongAccount(guard.account, account);
    const place = endpoint === undefined ? 'AWS' : endpoint;
    return {
      connection,
      account,
      region: connection.region,
      place,
      identity: place,
      concurrency,
      close,
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** `Calls: 12 (GetContact 3, …)`. */
function callsText(calls: ReadonlyMap<string, number>): string {
  const all = [...calls.values()].reduce((sum, count) => sum + count, 0);
  const each = [...calls]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, count]) => `${operation} ${count}`);
  return `Calls: ${all}${all === 0 ? '' : ` (${each.join(', ')})`}\n`;
}

/** Of a service that can't be asked whose it is, the ARNs in its answers tell. */
export function checkArns(
  arns: readonly string[],
  target: Target,
  guard: Guard,
): string | undefined {
  for (const arn of arns) {
    const [, , , region, account] = arn.split(':');
    if (guard.account !== undefined && account !== guard.account) {
      throw wrongAccount(guard.account, account);
    }
    if (region !== target.region) {
      throw new OperationalError(
        exitCodes.failed,
        `${target.place} answers for Region ${region}, and ${target.region} is meant; nothing was changed`,
      );
    }
  }
  return target.account ?? arns[0]?.split(':')[4];
}

/**
 * An empty account has no ARNs to tell by. Asked for a contact of the project, the service of
 * another account or Region says that there can be none.
 */
export async function checkEmpty(target: Target, contactArn: string | undefined): Promise<void> {
  if (contactArn === undefined) return;
  try {
    await target.connection.call('GetContact', { ContactId: contactArn });
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === 'ResourceNotFoundException') return;
    if (!meansGone(error.code, error.message)) throw error;
    const { account = '', region } = target;
    throw new OperationalError(
      exitCodes.failed,
      `the project is for account ${account} in ${region}, and ${visible(target.place)} is for another; nothing was changed`,
      'Give the --endpoint of the right one, or change project.',
    );
  }
}

function wrongAccount(meant: string | undefined, found: string | undefined): OperationalError {
  return new OperationalError(
    exitCodes.failed,
    `the project is for account ${meant}, and these credentials are of ${found}; nothing was changed`,
    'Log in to the right account, give --profile NAME, or change project.',
  );
}
