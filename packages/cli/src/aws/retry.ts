/**
 * When a call that failed is made again, and after how long. The SDK's own three tries in a fifth
 * of a second are too few against throttling, and it never repeats an HTML 502.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export interface RetryOptions {
  readonly attempts?: number;
  /** Milliseconds before the second attempt at most; doubles each time. */
  readonly firstDelay?: number;
  readonly longestDelay?: number;
  readonly wait?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
  readonly random?: () => number;
  /** Ends a wait between attempts; a call under way is finished. */
  readonly signal?: AbortSignal;
  /** Told of an attempt that failed and may be made again. */
  readonly onRetry?: (verdict: Verdict) => void;
}

/** Whether an error may pass by itself, and how long the service asks to wait. */
export interface Verdict {
  readonly retry: boolean;
  /** Fewer attempts than others get, where waiting seldom helps. */
  readonly attempts?: number;
  readonly afterSeconds?: number | undefined;
  /** Whether there are too many calls. */
  readonly throttled?: boolean;
}

export async function retrying<T>(
  call: (attempt: number) => Promise<T>,
  judge: (error: unknown) => Verdict,
  options: RetryOptions = {},
): Promise<T> {
  const { attempts = 8, firstDelay = 200, longestDelay = 20_000 } = options;
  const { wait = pause, random = Math.random, signal, onRetry = () => {} } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(attempt);
    } catch (error) {
      const verdict = judge(error);
      const { retry, attempts: fewer, afterSeconds } = verdict;
      if (!retry || attempt >= Math.min(attempts, fewer ?? attempts)) throw error;
      onRetry(verdict);
      const most = Math.min(longestDelay, firstDelay * 2 ** (attempt - 1));
      // Jitter, so that clients which failed together don't come back together.
      const delay = most / 2 + (random() * most) / 2;
      await wait(Math.max(delay, (afterSeconds ?? 0) * 1000), signal);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> {
  return sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
}
