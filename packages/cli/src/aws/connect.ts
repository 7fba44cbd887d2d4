/**
 * Opens the service through the AWS SDK. This file and sdk.ts are the only ones that know it: what
 * goes out and comes in is plain data, and errors are told in our own words.
 */

import { exitCodes, OperationalError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';
import { type RetryOptions, retrying, type Verdict } from './retry.ts';
import type * as Sdk from './sdk.ts';
import { type Answer, type Operation, operations, type Service, ServiceError } from './service.ts';

export interface ConnectOptions {
  readonly region: string | undefined;
  /** Undefined: AWS itself. */
  readonly endpoint: string | undefined;
  readonly profile: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly retry?: RetryOptions;
}

export interface Connection extends Service {
  readonly region: string;
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
  const call = async (operation: Operation, input: object): Promise<Answer> => {
    const Command = commandOf(sdk, operation);
    const send = async (attempt: number): Promise<Answer> => {
      try {
        return fromSdk(await client.send(new Command(toSdk(input)))) as Answer;
      } catch (error) {
        // An answer that was lost: what is to be deleted may be gone already.
        if (
          attempt > 1 &&
          operation.startsWith('Delete') &&
          nameOf(error) === 'ResourceNotFoundException'
        ) {
          return {};
        }
        throw error;
      }
    };
    try {
      return await retrying(send, judge, options.retry);
    } catch (error) {
      throw translated(error, operation, place);
    }
  };
  try {
    return {
      region: region ?? (await client.config.region()),
      call,
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
          throw translated(error, 'GetCallerIdentity', 'AWS');
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

const dummyCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** A service on this machine asks for none; others get those that the SDK finds. */
function usesDummyCredentials({ endpoint, profile, env }: ConnectOptions): boolean {
  if (endpoint === undefined || profile !== undefined) return false;
  if (env['AWS_ACCESS_KEY_ID'] !== undefined || env['AWS_PROFILE'] !== undefined) return false;
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
const instants = new Set(['StartTime', 'EndTime', 'CreateTime']);

function toSdk(value: unknown, member = ''): unknown {
  if (typeof value === 'number' && instants.has(member)) return new Date(value * 1000);
  return mapMembers(value, toSdk);
}

function fromSdk(value: unknown): unknown {
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

/** What the SDK throws, as far as it is looked at here. */
interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly Message?: string;
  readonly Reason?: string;
  readonly Fields?: readonly { readonly Name?: string; readonly Message?: string }[];
  readonly ResourceId?: string;
  readonly QuotaCode?: string;
  readonly DependentEntities?: readonly { readonly DependentResourceIds?: readonly string[] }[];
  readonly RetryAfterSeconds?: number;
  readonly errors?: readonly unknown[];
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $response?: { readonly statusCode?: number };
}

function nameOf(error: unknown): string {
  return (error as Thrown).name ?? '';
}

function statusOf({ $metadata, $response }: Thrown): number | undefined {
  return $metadata?.httpStatusCode ?? $response?.statusCode;
}

const throttling = new Set([
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'SlowDown',
]);
const brokenConnection = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'TimeoutError',
  'UND_ERR_SOCKET',
]);
const notReached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function codeOf(error: unknown): string {
  const { code, errors, name } = error as Thrown;
  if (code !== undefined) return code;
  // Of several addresses tried, the first tells enough.
  if (errors !== undefined && errors.length > 0) return codeOf(errors[0]);
  return name ?? '';
}

function judge(error: unknown): Verdict {
  const thrown = error as Thrown;
  const status = statusOf(thrown);
  const code = codeOf(error);
  const passes =
    throttling.has(nameOf(error)) ||
    status === 429 ||
    (status !== undefined && status >= 500) ||
    brokenConnection.has(code);
  if (passes) return { retry: true, afterSeconds: thrown.RetryAfterSeconds };
  return { retry: notReached.has(code), attempts: 3 };
}

function translated(error: unknown, operation: string, place: string): Error {
  const thrown = error as Thrown;
  const status = statusOf(thrown);
  const code = codeOf(error);
  if (notReached.has(code) || (status === undefined && brokenConnection.has(code))) {
    return new OperationalError(
      exitCodes.unavailable,
      `the service at ${visible(place)} can't be reached: ${code}`,
      'Look at the address, the Region and the network, then run again.',
    );
  }
  if (nameOf(error) === 'CredentialsProviderError') {
    return new OperationalError(
      exitCodes.failed,
      'there are no AWS credentials',
      'Log in (aws sso login, say), set AWS_PROFILE or AWS_ACCESS_KEY_ID, or give --profile NAME.',
    );
  }
  if (/region is missing/i.test(thrown.message ?? '')) {
    return new OperationalError(
      exitCodes.usage,
      'the Region is not known',
      'Write it in project, give --region, or set AWS_REGION.',
    );
  }
  if (status === undefined) return error as Error;
  const { requestId } = thrown.$metadata ?? {};
  // What is no answer of the service's own (an HTML page of a proxy) has a syntax error for a name.
  const name = thrown.$metadata === undefined ? `HTTP ${status}` : nameOf(error);
  const dependents = thrown.DependentEntities?.flatMap((each) => each.DependentResourceIds ?? []);
  return new ServiceError(
    operation,
    name,
    thrown.$metadata === undefined
      ? 'the answer is not one of the service'
      : (thrown.Message ?? thrown.message ?? ''),
    {
      fields: (thrown.Fields ?? []).map(({ Name = '', Message = '' }) => ({
        name: Name,
        message: Message,
      })),
      dependents: dependents ?? [],
      ...(thrown.Reason === undefined ? {} : { reason: thrown.Reason }),
      ...(thrown.ResourceId === undefined ? {} : { resource: thrown.ResourceId }),
      ...(thrown.QuotaCode === undefined ? {} : { quota: thrown.QuotaCode }),
      ...(thrown.RetryAfterSeconds === undefined
        ? {}
        : { retryAfterSeconds: thrown.RetryAfterSeconds }),
      httpStatus: status,
      ...(requestId === undefined ? {} : { requestId }),
    },
  );
}
