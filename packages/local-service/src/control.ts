/**
 * What the service answers beside the API, under `/_oncall/`: the clock, and what people would have
 * got. AWS has nothing like it.
 */
import { isIP } from 'node:net';
import { type Clock, parseInstant } from './clock.ts';
import type { Context } from './context.ts';
import { runEngagements } from './engagements/run-engagements.ts';
import type { HttpAnswer } from './http-answer.ts';
import { sentMessages } from './outbox.ts';
import type { CommitQueue } from './store/commit-queue.ts';

export interface ControlRequest {
  readonly method: string | undefined;
  readonly path: string;
  /** The header of that name. */
  readonly host: string | undefined;
  readonly remoteAddress: string | undefined;
  readonly body: string | undefined;
}

export type Control = (request: ControlRequest) => Promise<HttpAnswer>;

/** `isGuarded`: whether the API asks for a signature, which nothing here does. */
export function createControl(
  context: Context,
  clock: Clock,
  commits: CommitQueue,
  isGuarded: boolean,
): Control {
  const moveClock = async (to: number) => {
    await commits.run(() => {
      clock.set(to);
      runEngagements(context);
    });
  };
  return async ({ method, path, host, remoteAddress, body }) => {
    if (isGuarded && !isLoopback(remoteAddress)) {
      return answer(403, { Message: 'With credentials, this is answered to this machine alone' });
    }
    // A page of the web whose name leads to this machine must not read the outbox.
    if (!isAddress(host)) return answer(403, { Message: 'The host must be an IP address' });
    switch (`${method} ${path}`) {
      case 'GET /_oncall/outbox':
        await commits.run(() => runEngagements(context));
        return answer(200, { messages: sentMessages(context.database).map(shownMessage) });
      case 'POST /_oncall/clock': {
        const to = targetOf(body ?? '', clock.now());
        if (to === undefined) return answer(400, { Message: CLOCK_REQUEST });
        await moveClock(to);
        return answer(200, shownClock(clock));
      }
      case 'GET /_oncall/clock':
        return answer(200, shownClock(clock));
      default:
        return answer(404, { Message: 'There are GET and POST clock, and GET outbox' });
    }
  };
}

const CLOCK_REQUEST =
  'The body must be { "set": "2026-03-02T03:00:00Z" }, or { "advanceMinutes": 5 }, at least 0';

/** Where the clock is to stand: epoch milliseconds. */
function targetOf(body: string, now: number): number | undefined {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof request !== 'object' || request === null) return undefined;
  const { set, advanceMinutes, ...rest } = request as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return undefined;
  if (typeof set === 'string' && advanceMinutes === undefined) return parseInstant(set);
  if (typeof advanceMinutes !== 'number' || set !== undefined) return undefined;
  const to = now + Math.round(advanceMinutes * 60_000);
  return advanceMinutes >= 0 && to <= LATEST ? to : undefined;
}

const LATEST = Date.UTC(9999, 11, 31);

function shownClock(clock: Clock) {
  return { now: new Date(clock.now()).toISOString(), stands: clock.stands };
}

function shownMessage({ time, page, ...message }: ReturnType<typeof sentMessages>[number]) {
  return {
    ...message,
    time: new Date(time * 1000).toISOString(),
    ...(page !== null && { page }),
  };
}

function isLoopback(address = ''): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address);
}

/** Names can be made to lead here by anyone, addresses can't. */
function isAddress(host = ''): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || isIP(name) !== 0;
}

function answer(status: number, body: object): HttpAnswer {
  return { status, contentType: 'application/json', body: `${JSON.stringify(body)}\n` };
}
