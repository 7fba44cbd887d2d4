/** Stands between the tool and a service, breaks calls, and kills either of them at a call. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './call.ts';
import { count } from './count.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { Watch } from './watch.ts';

/** What befalls the calls of one run of the tool. */
export interface Mischief {
  /** Shares of calls. */
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
  readonly kill: Kill | undefined;
  /** Milliseconds after which the tool is killed, whatever it does. */
  readonly killAfter: number | undefined;
  /** With the tool goes the power: of what it wrote, what is not on the disk yet may be lost. */
  readonly losesPower: boolean;
  /** Hands do something before that second look of the tool at a thing, from 1. */
  readonly handsAt: number | undefined;
  /** Which call that writes is refused for good. */
  readonly deniedAt: number | undefined;
}

export type Fault = 'throttle' | 'error' | 'html' | 'reset' | 'lost-response' | 'slow';

export interface Kill {
  readonly victim: 'tool' | 'service' | 'both';
  /** At which call, from 0, of those whose operation has this in its name. */
  readonly at: number;
  readonly of: RegExp;
  /**
   * Before the service hears of it, while it works, or after it is done and before it is told; or
   * the call itself is late, and reaches the service in the midst of the next run.
   */
  readonly when: 'before' | 'during' | 'after' | 'late';
}

export interface Adversary {
  readonly url: string;
  /** What has happened since it began. */
  readonly tally: Tally;
  /** What calls meet just now. */
  readonly mischief: Mischief | undefined;
  /** From now on calls meet this; undefined: nothing. `act` is what hands do meanwhile. */
  meet(mischief: Mischief | undefined, act?: (subject: string) => Promise<void>): void;
  /** Settles when no call is under way, but for those that are late. */
  idle(): Promise<void>;
  /** Whether calls are late. */
  readonly isLate: boolean;
  /** Lets those reach the service. */
  calm(): Promise<void>;
  close(): Promise<void>;
}

export interface Tally {
  calls: number;
  readonly faults: Record<Fault, number>;
  readonly kills: Record<string, number>;
}

export interface Surroundings {
  /** Where the service is just now. */
  readonly url: () => string;
  readonly killTool: () => void;
  /** Ends when the service is gone, and starts it again by itself. */
  readonly killService: () => Promise<void>;
  readonly ledger: Ledger;
  readonly watch: Watch;
  readonly random: Random;
}

export async function startAdversary(around: Surroundings): Promise<Adversary> {
  const { ledger, watch, random } = around;
  const tally: Tally = {
    calls: 0,
    faults: { throttle: 0, error: 0, html: 0, reset: 0, 'lost-response': 0, slow: 0 },
    kills: {},
  };
  let mischief: Mischief | undefined;
  let act: ((subject: string) => Promise<void>) | undefined;
  /** Calls of those that the kill is to be at. */
  let seen = 0;
  let writes = 0;
  let looks = 0;
  const looked = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const late: (() => Promise<unknown>)[] = [];
  const arrive = async (): Promise<void> => {
    for (const call of late.splice(0)) await call();
  };

  const strike = async ({ victim, when }: Kill): Promise<void> => {
    count(tally.kills, `${victim} ${when}`);
    if (victim !== 'service') around.killTool();
    if (victim !== 'tool') await around.killService();
  };

  const forward = async (operation: string, body: string): Promise<Forwarded | undefined> => {
    const input = JSON.parse(body) as Answer;
    try {
      const response = await fetch(around.url(), {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `SSMContacts.${operation}`,
        },
        body,
      });
      const text = await response.text();
      if (response.ok) ledger.acknowledged(operation, input, JSON.parse(text) as Answer);
      return { status: response.status, text };
    } catch {
      ledger.unknown(operation, input);
      return undefined;
    }
  };

  const server = createServer((request, response) => {
    const done = handle(request, response)
      .catch(() => request.socket.destroy())
      .then(() => void underWay.delete(done));
    underWay.add(done);
  });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const operation = String(request.headers['x-amz-target']).replace('SSMContacts.', '');
    const isWrite = !/^(List|Get)/.test(operation);
    tally.calls += 1;
    if (isWrite) {
      await arrive();
      writes += 1;
    } else if (firstOfLook.test(operation)) {
      const { ContactId, RotationId } = JSON.parse(body) as Answer;
      const subject = String(ContactId ?? RotationId);
      if (looked.has(subject)) {
        looks += 1;
        if (looks === mischief?.handsAt) await act?.(subject);
      }
      looked.add(subject);
    }

    const kill = mischief?.kill;
    if (kill?.of.test(operation)) seen += 1;
    if (kill?.of.test(operation) && seen === kill.at + 1) {
      mischief = { ...peace, faults: mischief?.faults ?? {} };
      if (kill.when === 'late') late.push(() => forward(operation, body));
      if (kill.when === 'before' || kill.when === 'late') await strike(kill);
      else if (kill.when === 'after') {
        await forward(operation, body);
        await strike(kill);
      } else {
        const done = forward(operation, body);
        await sleep(random.integer(0, 8));
        await strike(kill);
        await done;
      }
      request.socket.destroy();
      return;
    }

    if (isWrite && mischief !== undefined && writes === mischief.deniedAt) {
      watch.refused();
      send(response, denial);
      return;
    }
    const fault = pickFault(mischief, random);
    if (fault !== undefined) tally.faults[fault] += 1;
    const refusal = fault === undefined ? undefined : refusals[fault];
    if (refusal !== undefined) {
      send(response, refusal);
      return;
    }
    if (fault === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (isWrite) await watch.arrives(operation, JSON.parse(body) as Answer, body);
    const answer = await forward(operation, body);
    if (fault === 'slow') await sleep(random.integer(50, 400));
    if (answer === undefined || fault === 'lost-response') {
      request.socket.resetAndDestroy();
      return;
    }
    send(response, answer);
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tally,
    get mischief() {
      return mischief;
    },
    meet: (next, hands) => {
      mischief = next;
      act = hands;
      seen = 0;
      writes = 0;
      looks = 0;
      looked.clear();
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    calm: arrive,
    get isLate() {
      return late.length > 0;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Forwarded {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

/** Before it changes something, the tool reads this again, and what hands do counts until then. */
const firstOfLook = /^(GetContact|ListRotationOverrides)$/;

const peace: Mischief = {
  faults: {},
  kill: undefined,
  killAfter: undefined,
  losesPower: false,
  handsAt: undefined,
  deniedAt: undefined,
};

const denial: Forwarded = {
  status: 400,
  text: '{"__type":"AccessDeniedException","Message":"not today"}',
};

const refusals: Readonly<Partial<Record<Fault, Forwarded>>> = {
  throttle: {
    status: 400,
    text: '{"__type":"ThrottlingException","Message":"Rate exceeded","RetryAfterSeconds":0}',
  },
  error: { status: 500, text: '{"__type":"InternalServerException","Message":"no"}' },
  html: { status: 502, text: '<html>Bad Gateway</html>', type: 'text/html' },
};

function pickFault(mischief: Mischief | undefined, random: Random): Fault | undefined {
  if (mischief === undefined) return undefined;
  for (const [fault, share] of Object.entries(mischief.faults)) {
    if (random.chance(share)) return fault as Fault;
  }
  return undefined;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  return body;
}

function send(response: ServerResponse, { status, text, type }: Forwarded): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': type ?? 'application/x-amz-json-1.1' });
  response.end(text);
}
