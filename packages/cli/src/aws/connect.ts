/**
 * Opens the service through the AWS SDK. What goes out and comes in is plain data, and errors
 * are told in our own words.
 */

import { learnAddress } from '../terminal/known-addresses.ts';
import { createGate } from './gate.ts';
import { isWhole } from './is-whole.ts';
import { type RetryOptions, retrying } from './retry.ts';
import type * as Sdk from './sdk.ts';
import { judge, messageOf, nameOf, notOfTheService, translated } from './sdk-errors.ts';
import { type Answer, meansGone, type Operation, operations, type Service } from './service.ts';

export interface ConnectOptions {
  readonly region: string | undefined;
  /** Undefined: AWS itself. */
  readonly endpoint: string | undefined;
  readonly profile: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** How many calls may be under way at a time. */
  readonly concurrency?: number;
  /** Milliseconds after which an attempt counts as failed. */
  readonly deadline?: number;
  readonly retry?: RetryOptions;
  /** Told of so many seconds that the service asks to wait. */
  readonly onWait?: (seconds: number) => void;
}

export interface Connection extends Service {
  readonly region: string;
  /** How often each operation was sent, repetitions counted. */
  readonly calls: ReadonlyMap<string, number>;
  /** Undefined: AWS itself. */
  readonly endpoint: string | undefined;
  /** The account that AWS says the credentials are of. */
  callerAccount(): Promise<string>;
}

export async function connect(options: ConnectOptions): Promise<Connection> {
  const { env, endpoint, profile } = options;
  // The SDK reads the profile here, for credentials and Region alike.
  if (profile !== undefined) process.env['AWS_PROFILE'] = profile;
  const sdk = await import('./sdk.ts');
  const region = options.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
  const client = new sdk.SSMContactsClient({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(usesDummyCredentials(options) ? { credentials: dummyCredentials } : {}),
    // Retries are ours.
    maxAttempts: 1,
  });
  const place = endpoint ?? 'AWS';
  const { deadline = 30_000 } = options;
  const gate = createGate(options.concurrency ?? 8);
  const calls = new Map<string, number>();
  const retry: RetryOptions = {
    ...options.retry,
    onRetry: ({ throttled, afterSeconds }) => {
      if (throttled) gate.throttled(afterSeconds);
      if (afterSeconds !== undefined) options.onWait?.(afterSeconds);
    },
  };
  const call = async (operation: Operation, input: object): Promise<Answer> => {
    const Command = commandOf(sdk, operation);
    const send = async (attempt: number): Promise<Answer> => {
      const end = new AbortController();
      const timer = setTimeout(() => end.abort(), deadline);
      calls.set(operation, (calls.get(operation) ?? 0) + 1);
      try {
        const command = new Command(toSdk(input));
        const answer = fromSdk(await client.send(command, { abortSignal: end.signal })) as Answer;
        if (!isWhole(operation, answer)) throw notOfTheService(operation, 200);
        return answer;
      } catch (error) {
        if (end.signal.aborted) throw new TimeoutError(`no answer in ${deadline / 1000} s`);
        // An answer that was lost: what is to be deleted may be gone already.
        if (
          attempt > 1 &&
          operation.startsWith('Delete') &&
          meansGone(nameOf(error), messageOf(error))
        ) {
          return {};
        }
        throw error;
      } finally {
        clearTimeout(timer);
      }
    };
    try {
      return await retrying((attempt) => gate.pass(() => send(attempt)), judge, retry);
    } catch (error) {
      throw translated(error, operation, place);
    }
  };
  try {
    return {
      region: region ?? (await client.config.region()),
      endpoint,
      call,
      calls,
      callerAccount: async () => {
        const sts = new sdk.STSClient(region === undefined ? {} : { region });
        try {
          const { Account } = await retrying(
            () => sts.send(new sdk.GetCallerIdentityCommand({})),
            judge,
            options.retry,
          );
          return Account ?? '';
        } catch (error) {
          throw translated(error, 'GetCallerIdentity', 'AWS STS');
        } finally {
          sts.destroy();
        }
      },
      close: () => client.destroy(),
    };
  } catch (error) {
    throw translated(error, 'the configuration', place);
  }
}

/** The service took a connection, or a call, and said nothing any more. */
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

const dummyCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** A service on this machine asks for none; others get those that the SDK finds. */
function usesDummyCredentials({ endpoint, profile, env }: ConnectOptions): boolean {
  if (endpoint === undefined || profile !== undefined) return false;
  if (env['AWS_ACCESS_KEY_ID'] !== undefined || env['AWS_PROFILE'] !== undefined) return false;
  return isLoopback(endpoint);
}

/** Whether an address is one of this machine. */
export function isLoopback(endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

type AnyCommand = new (input: never) => Parameters<Sdk.SSMContactsClient['send']>[0];

function commandOf(sdk: typeof Sdk, operation: Operation) {
  if (!operations.includes(operation)) throw new Error(`no such operation: ${operation}`);
  return sdk[`${operation}Command`] as unknown as new (
    input: unknown,
  ) => InstanceType<AnyCommand>;
}

/** Members that the SDK has as dates and the rest of us as epoch seconds. */
const instants = new Set(['StartTime', 'EndTime', 'CreateTime', 'RotationStartTime']);

function toSdk(value: unknown, member = ''): unknown {
  if (typeof value === 'number' && instants.has(member)) return new Date(value * 1000);
  return mapMembers(value, toSdk);
}

function fromSdk(value: unknown, member = ''): unknown {
  if (typeof value === 'string' && member === 'SimpleAddress') learnAddress(value);
  if (value instanceof Date) return value.getTime() / 1000;
  return mapMembers(value, fromSdk);
}

function mapMembers(value: unknown, map: (part: unknown, member: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => map(item, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([member, part]) => part !== undefined && member !== '$metadata')
      .map(([member, part]) => [member, map(part, member)]),
  );
}
