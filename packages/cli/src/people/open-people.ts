/** What commands about people begin with: the project, its account, and who of it is there. */
import { blame } from '../aws/blame.ts';
import { arnsIn, type Listing } from '../aws/live-state.ts';
import { ServiceError } from '../aws/service.ts';
import { serviceClock } from '../aws/service-clock.ts';
import type { Invocation, Surroundings } from '../command-line/command.ts';
import { type LoadedProject, loadProject } from '../deployment/load-project.ts';
import { checkArns, destinationOf, type Target } from '../deployment/target.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { renderNotice } from '../reporters/notice.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { now } from '../time/now.ts';
import { type OpenAccount, openAccount } from './open-account.ts';
import { type LivePeople, readPeople } from './read-people.ts';

export interface OpenPeople extends LivePeople {
  readonly loaded: LoadedProject;
  readonly target: Target;
  readonly account: string | undefined;
  /** NAMEs of externs that would be in this account, and are not. */
  readonly gone: ReadonlySet<string>;
  /** Epoch seconds at which the account was read, by the service's clock. */
  readonly now: number;
}

interface Opening {
  /** Of the project; the working folder where undefined. */
  readonly path: string | undefined;
  readonly invocation: Invocation;
  readonly surroundings: Surroundings;
  readonly signal?: AbortSignal;
}

/** Runs `use` on what the account holds; a refusal of the service is told, and exit 1. */
export async function withPeople(
  opening: Opening,
  use: (people: OpenPeople) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { invocation, surroundings } = opening;
  const { err } = surroundings.terminal;
  // The local service believes in externs, since nobody else can make them there.
  const isLocal = destinationOf(invocation, surroundings).kind === 'local';
  return withAccount(opening, async ({ target, guard, externs }, loaded) => {
    // By the clock that decides whom the service pages.
    const readAt = (await serviceClock(target.connection.endpoint)) ?? now();
    err.progress('Reading the account');
    const people = await readPeople(target.connection, {
      model: loaded.analysis.model,
      externs,
      now: readAt,
      width: target.concurrency,
      onRead: (done, count) => err.progress(progressBar('Reading the account', done, count)),
    });
    const account = checkArns(arnsIn(people.listing), target, guard);
    err.progress('');
    const gone = isLocal
      ? new Set<string>()
      : goneOf(externs, people.listing, account, target.region);
    return use({ ...people, loaded, target, account, gone, now: readAt });
  });
}

function goneOf(
  externs: ReadonlyMap<string, string>,
  { contacts }: Listing,
  account: string | undefined,
  region: string,
): ReadonlySet<string> {
  const there = new Set(contacts.map(({ ContactArn }) => ContactArn));
  const gone = [...externs].filter(([, arn]) => {
    const [, , , itsRegion, itsAccount] = arn.split(':');
    return itsRegion === region && itsAccount === account && !there.has(arn);
  });
  return new Set(gone.map(([name]) => name));
}

/** The same, with nothing read. */
export async function withAccount(
  { path, invocation, surroundings, signal = new AbortController().signal }: Opening,
  use: (account: OpenAccount, loaded: LoadedProject) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { err } = surroundings.terminal;
  const destination = destinationOf(invocation, surroundings);
  const loaded = loadProject(path, surroundings);
  if (loaded === undefined) return exitCodes.failed;
  const opened = await openAccount(destination, loaded, invocation, surroundings, signal);
  if (opened === undefined) return exitCodes.failed;
  try {
    return await use(opened, loaded);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    err.write(renderNotice(blame(error), err));
    return exitCodes.failed;
  } finally {
    await opened.target.close();
  }
}
