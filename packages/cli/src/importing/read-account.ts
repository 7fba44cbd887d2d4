import type { LiveState } from '@oncall/compiler';
import { arnsIn, listAccount, readLiveState } from '../aws/live-state.ts';
import { checkArns, type Target } from '../deployment/target.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ReadAccount {
  readonly live: LiveState;
  /** Undefined where there is nothing in it to tell by. */
  readonly account: string | undefined;
}

/** Everything that an account holds, whoever it belongs to. */
export async function readAccount(
  target: Target,
  now: number,
  { err }: Terminal,
): Promise<ReadAccount> {
  err.progress('Reading the account');
  const listing = await listAccount(target.connection);
  const guard = { account: undefined, region: undefined, externs: [] };
  const account = checkArns(arnsIn(listing), target, guard);
  const live = await readLiveState(
    target.connection,
    listing,
    {
      aliases: new Set(),
      rotationNames: new Set(),
      isOurs: () => true,
      madeByUs: () => false,
      from: Math.floor(now - year),
      to: Math.ceil(now + year),
      now,
    },
    (done, count) => err.progress(progressBar('Reading the account', done, count)),
    target.concurrency,
  );
  err.progress('');
  return { live, account };
}

const year = 366 * 24 * 3600;
