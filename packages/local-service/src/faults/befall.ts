import { setTimeout as sleep } from 'node:timers/promises';
import { errorAnswer, type HttpAnswer } from '../http-answer.ts';
import { ServiceError } from '../service-error.ts';
import type { FaultKind, Faults } from './fault-kinds.ts';
import { faultSequence } from './fault-sequence.ts';

/** Makes a call, or not, and tells what went wrong with it. */
export type Befall = (call: () => Promise<HttpAnswer>) => Promise<{
  readonly fault?: FaultKind | undefined;
  /** Undefined where the connection is to break. */
  readonly answer: HttpAnswer | undefined;
}>;

/** Faults in the calls that come, in their order. */
export function befalling(faults: Faults): Befall {
  const { retryAfter = 1, delay = 5 } = faults;
  const next = faultSequence(faults);
  const again = { RetryAfterSeconds: retryAfter };
  const outcomes: {
    readonly [K in FaultKind]: (call: () => Promise<HttpAnswer>) => Promise<HttpAnswer | undefined>;
  } = {
    throttle: async () =>
      errorAnswer(new ServiceError('ThrottlingException', 'Rate exceeded', again)),
    error: async () =>
      errorAnswer(new ServiceError('InternalServerException', 'Internal server error', again)),
    html: async () => ({ status: 502, contentType: 'text/html', body: BAD_GATEWAY }),
    reset: async () => undefined,
    'lost-response': async (call) => {
      await call();
      return undefined;
    },
    slow: async (call) => {
      const answer = await call();
      // A service that is told to end does not wait for this.
      await sleep(delay * 1000, undefined, { ref: false });
      return answer;
    },
  };
  return async (call) => {
    const fault = next();
    return { fault, answer: await (fault === undefined ? call() : outcomes[fault](call)) };
  };
}

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body></body></html>\n';
