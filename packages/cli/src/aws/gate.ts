/**
 * How many calls may be under way at a time. Throttling halves it and holds new calls back for as
 * long as the service asks; it grows again with the calls that go well.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Gate {
  /** Waits for its turn, and makes the call. */
  pass<T>(call: () => Promise<T>): Promise<T>;
  /** Slows all calls down, at the word of one that the service found too many. */
  throttled(afterSeconds: number | undefined): void;
}

export interface GateOptions {
  readonly wait?: (milliseconds: number) => Promise<unknown>;
  readonly now?: () => number;
}

export function createGate(most: number, options: GateOptions = {}): Gate {
  const { wait = sleep, now = Date.now } = options;
  const queue: (() => void)[] = [];
  let width = most;
  let under = 0;
  let good = 0;
  let closedUntil = 0;
  /** Calls begun before this was last narrowed say nothing new. */
  let narrowedAt = 0;

  const admit = () => {
    while (under < width && queue.length > 0) {
      under += 1;
      queue.shift()?.();
    }
  };
  return {
    pass: async (call) => {
      await new Promise<void>((enter) => {
        queue.push(enter);
        admit();
      });
      try {
        while (closedUntil > now()) await wait(closedUntil - now());
        const answer = await call();
        good += 1;
        if (good >= width * 4 && width < most) {
          width += 1;
          good = 0;
        }
        return answer;
      } finally {
        under -= 1;
        admit();
      }
    },
    throttled: (afterSeconds = 0) => {
      const time = now();
      closedUntil = Math.max(closedUntil, time + afterSeconds * 1000);
      if (time - narrowedAt < settling) return;
      narrowedAt = time;
      good = 0;
      width = Math.max(1, Math.floor(width / 2));
    },
  };
}

/** Milliseconds in which several throttled calls count as one sign. */
const settling = 250;
