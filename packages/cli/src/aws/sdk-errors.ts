/** What the SDK throws, in our own words. */
import { exitCodes, OperationalError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';
import type { Verdict } from './retry.ts';
import { ServiceError } from './service.ts';

/** What of it is looked at. */
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

export function nameOf(error: unknown): string {
  return (error as Thrown).name ?? '';
}

export function messageOf(error: unknown): string {
  const { Message, message } = error as Thrown;
  return Message ?? message ?? '';
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

/** Which errors may pass by themselves. */
export function judge(error: unknown): Verdict {
  const thrown = error as Thrown;
  const status = statusOf(thrown);
  const code = codeOf(error);
  const afterSeconds = thrown.RetryAfterSeconds;
  if (throttling.has(nameOf(error)) || status === 429) {
    return { retry: true, afterSeconds, throttled: true };
  }
  // A deadline is long enough as it is.
  if (code === 'TimeoutError') return { retry: true, attempts: 3 };
  const passes = (status !== undefined && status >= 500) || brokenConnection.has(code);
  if (passes) return { retry: true, afterSeconds };
  return { retry: notReached.has(code), attempts: 3 };
}

/** What is thrown on: a refusal, an operational error, or a bug as it is. */
export function translated(error: unknown, operation: string, place: string): Error {
  const thrown = error as Thrown;
  const status = statusOf(thrown);
  const code = codeOf(error);
  if (notReached.has(code) || (status === undefined && brokenConnection.has(code))) {
    return new OperationalError(
      exitCodes.unavailable,
      `the service at ${visible(place)} can't be reached: ${code === 'TimeoutError' ? visible(messageOf(error)) : code}`,
      'Look at the address, the Region and the network, then run again.',
    );
  }
  if (nameOf(error) === 'CredentialsProviderError') {
    const { message = '' } = thrown;
    const why = /from any providers/i.test(message) ? '' : `: ${visible(message)}`;
    return new OperationalError(
      exitCodes.failed,
      `there are no AWS credentials${why}`,
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
  // All that the SDK has to say of a page of a proxy is a syntax error.
  if (thrown.$metadata?.httpStatusCode === undefined) return notOfTheService(operation, status);
  const dependents = thrown.DependentEntities?.flatMap((each) => each.DependentResourceIds ?? []);
  return new ServiceError(operation, nameOf(error), messageOf(error), {
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
  });
}

/** What answered was something else, such as a proxy. */
export function notOfTheService(operation: string, httpStatus: number): ServiceError {
  const details = { fields: [], dependents: [], httpStatus };
  const message = 'the answer is not one of the service';
  return new ServiceError(operation, `HTTP ${httpStatus}`, message, details);
}
