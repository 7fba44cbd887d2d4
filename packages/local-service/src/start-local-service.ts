/** Starts the service: a database, a queue of commits, and a server on a port. */
import type { AddressInfo } from 'node:net';
import { openClock } from './clock.ts';
import type { Context } from './context.ts';
import { createControl } from './control.ts';
import { hasDue, runEngagements } from './engagements/run-engagements.ts';
import { befalling } from './faults/befall.ts';
import type { Faults } from './faults/fault-kinds.ts';
import { createHttpServer } from './http-server.ts';
import { type Credentials, signatureCheck } from './signature.ts';
import { createCommitQueue } from './store/commit-queue.ts';
import { openDatabase } from './store/database.ts';

export interface LocalServiceOptions {
  /** The account that it serves as; `111122223333` unless given. */
  readonly account?: string;
  /** `us-east-1` unless given. The partition of ARNs follows from it. */
  readonly region?: string;
  /** The folder that keeps the state, made where it is missing; without it, memory does. */
  readonly dataDir?: string;
  /** `127.0.0.1` unless given. */
  readonly host?: string;
  /** Any free one unless given. */
  readonly port?: number;
  /** ARNs of contacts that live elsewhere: plans and rotations may name them. */
  readonly externs?: readonly string[];
  /** Requests that are not signed with these are refused; without them all are taken. */
  readonly credentials?: Credentials;
  /** What goes wrong with calls; nothing unless given. */
  readonly faults?: Faults;
  /** Where the clock stands until it is moved, epoch milliseconds; the real one unless given. */
  readonly clock?: number;
  /** The real clock, epoch milliseconds. */
  readonly now?: () => number;
  /** Takes a line a request, and one a code that is sent: never an address. */
  readonly log?: (line: string) => void;
}

export interface LocalService {
  readonly url: string;
  readonly port: number;
  /** Commits what waits, ends all connections and frees the folder. */
  close(): Promise<void>;
}

/**
 * Throws a DataFolderError where the folder can't be used, and Node's own error where the port
 * can't.
 */
export async function startLocalService(options: LocalServiceOptions = {}): Promise<LocalService> {
  const account = options.account ?? '111122223333';
  const region = options.region ?? 'us-east-1';
  const host = options.host ?? '127.0.0.1';
  const database = await openDatabase(options.dataDir, account, region);
  const clock = openClock(database, options.clock, options.now ?? Date.now);
  const log = options.log ?? (() => {});
  const context: Context = {
    database,
    account,
    region,
    externs: new Set(options.externs),
    now: clock.now,
    log,
  };
  const commits = createCommitQueue(database);
  const server = createHttpServer({
    run: (call) => {
      // Apart from the call, whose failure must not undo what was sent.
      const ran = commits.run(() => runEngagements(context));
      return Promise.all([commits.run(() => call(context)), ran]).then(([answer]) => answer);
    },
    control: createControl(context, clock, commits, options.credentials !== undefined),
    checkSignature: options.credentials && signatureCheck(options.credentials, region),
    befall: options.faults && befalling(options.faults),
    log,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, host, resolve);
    });
  } catch (error) {
    database.close();
    throw error;
  }
  // So that the log tells of a page when it is due, and not at the next request. What is due is
  // done by that in any case.
  const ticking = setInterval(() => {
    if (hasDue(context)) commits.run(() => runEngagements(context)).catch(() => {});
  }, 1000).unref();
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close: () => {
      closed ??= new Promise((resolve) => {
        clearInterval(ticking);
        commits.flush();
        server.close(() => {
          commits.flush();
          database.close();
          resolve();
        });
        server.closeAllConnections();
      });
      return closed;
    },
  };
}
