/** What plan and apply begin with: the files, the account, and the difference between them. */
import {
  type Change,
  type DutyChange,
  difference,
  dutyChange,
  type LiveState,
  lower,
  projectName,
  projectTag,
  type Resource,
} from '@oncall/compiler';
import type { Analysis, Model } from '@oncall/language';
import type { FolderLock } from '@oncall/local-service/folder-lock';
import { blame } from '../aws/blame.ts';
import {
  arnsIn,
  listAccount,
  readLiveState,
  type TagMemory,
  type Wanted,
} from '../aws/live-state.ts';
import type { Window } from '../aws/read-resource.ts';
import { ServiceError } from '../aws/service.ts';
import type { Invocation, Surroundings } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { variablesGiven } from '../environment/variables.ts';
import { renderNotice } from '../reporters/notice.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { now } from '../time/now.ts';
import { confirmTags } from './confirm-tags.ts';
import { type Journal, openJournal } from './journal.ts';
import { loadProject, tellErrors } from './load-project.ts';
import { lockProject } from './project-lock.ts';
import {
  checkArns,
  checkEmpty,
  type Destination,
  destinationOf,
  openTarget,
  type Target,
} from './target.ts';

export interface Survey {
  readonly project: string;
  /** Absolute. */
  readonly folder: string;
  readonly analysis: Analysis;
  readonly target: Target;
  readonly destination: Destination;
  readonly account: string | undefined;
  readonly adopt: boolean;
  readonly resources: readonly Resource[];
  readonly live: LiveState;
  readonly changes: readonly Change[];
  readonly duties: DutyChange;
  /** Epoch seconds at which the account was read. */
  readonly now: number;
  readonly journal: Journal;
  /** In which overrides were read. */
  readonly window: Window;
}

/** What differs from command to command. */
export interface Wish {
  /** Of the project; the working folder where undefined. */
  readonly path: string | undefined;
  readonly adopt: boolean;
  /** What the account is held against: nothing leaves of a project its name and where it lives. */
  readonly against: 'files' | 'nothing';
  /** Whether it is going to write, so that nobody else may meanwhile: waits for who does. */
  readonly writes?: boolean;
  /** Whether tags are read of everything; else the journal tells them where it can. */
  readonly readsTags?: boolean;
}

/** Undefined where the text or a refusal of the service stopped it, which has been told then. */
export async function survey(
  invocation: Invocation,
  surroundings: Surroundings,
  signal: AbortSignal,
  { path, adopt, against, writes = false, readsTags = false }: Wish = {
    path: invocation.arguments[0],
    adopt: invocation.has('adopt'),
    against: 'files',
  },
): Promise<Survey | undefined> {
  const { terminal } = surroundings;
  const destination = destinationOf(invocation, surroundings);
  const patience = wholeNumber(invocation, 'lock-timeout') ?? 60;
  const loaded = loadProject(path, surroundings);
  if (loaded === undefined) return undefined;
  const { analysis, folder } = loaded;
  const model = against === 'files' ? analysis.model : emptied(analysis.model);
  const variable = variablesGiven(invocation, folder, surroundings);
  const first = lower(model, { variable });
  if (tellErrors(first.findings.map(analysis.place), terminal.err)) return undefined;
  const externs = [...analysis.model.externs.values()].flatMap(
    ({ arn }) => (arn.kind === 'text' ? arn.text : variable(arn.name)) ?? [],
  );
  const guard = { account: first.account, region: first.region, externs };

  const lock = writes ? await lockProject(folder, patience, terminal.err) : undefined;
  const target = await lockedTarget(lock, () =>
    openTarget(destination, guard, folder, surroundings, signal),
  );
  try {
    const readAt = now();
    const project = projectName(model);
    terminal.err.progress('Reading the account');
    const listing = await listAccount(target.connection);
    const account = checkArns(arnsIn(listing), target, guard);
    const journal = openJournal(folder, {
      place: target.identity,
      account: await journalAccount(destination, guard.account, account, target),
      region: target.region,
      project,
    });
    const unread = new Set<string>();
    const wanted = wantedOf(first.resources, project, readAt);
    const memory = readsTags ? undefined : memoryOf(journal, unread);
    let live = await readLiveState(
      target.connection,
      listing,
      { ...wanted, madeByUs: journal.isOurOverride, memory },
      (done, count) => terminal.err.progress(progressBar('Reading the account', done, count)),
      target.concurrency,
    );
    const { resources } = lower(model, { account, region: target.region, variable });
    if (destination.kind === 'endpoint' && arnsIn(listing).length === 0) {
      await checkEmpty(target, resources.find((each) => 'arn' in each)?.arn);
    }
    const gone = against === 'files' ? undefined : 'to be destroyed';
    const compare = () => difference(resources, live, { project, adopt, gone });
    let changes = compare();
    for (;;) {
      const { connection, concurrency } = target;
      const confirmed = await confirmTags(connection, live, changes, unread, concurrency);
      if (confirmed === undefined) break;
      live = confirmed;
      changes = compare();
    }
    terminal.err.progress('');
    const duties = dutyChange(resources, live, changes, project);
    const where = { target, destination, account };
    const known = { journal, window: { from: wanted.from, to: wanted.to } };
    const compared = { adopt, resources, live, changes, duties };
    return { project, folder, analysis, ...where, ...compared, ...known, now: readAt };
  } catch (error) {
    await target.close();
    if (!(error instanceof ServiceError)) throw error;
    terminal.err.write(renderNotice(blame(error), terminal.err));
    return undefined;
  }
}

/** A target with which a lock is let go of. */
async function lockedTarget(
  lock: FolderLock | undefined,
  open: () => Promise<Target>,
): Promise<Target> {
  try {
    const target = await open();
    const close = () => target.close().finally(() => lock?.release());
    return { ...target, close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/**
 * Whose journal it is. A service at an endpoint tells its account only once there is something in
 * it, so there the project's word counts, and the address.
 */
async function journalAccount(
  { kind }: Destination,
  written: string | undefined,
  found: string | undefined,
  { connection }: Target,
): Promise<string | undefined> {
  if (kind !== 'aws') return written;
  return written ?? found ?? (await connection.callerAccount());
}

/** `unread` gets the ARNs of what it was asked about and could tell. */
function memoryOf(journal: Journal, unread: Set<string>): TagMemory {
  return {
    knows: journal.isOurs,
    tagsOf: (live) => {
      const tags = journal.tagsOf(live);
      if (tags !== undefined) unread.add(live.arn);
      return tags;
    },
  };
}

/** A project that wants nothing: what its contacts and variables hold is of no account then. */
function emptied(model: Model): Model {
  const none = new Map<string, never>();
  return { ...model, contacts: none, plans: none, schedules: none, rotations: none };
}

const year = 366 * 24 * 3600;

function wantedOf(
  resources: readonly Resource[],
  project: string,
  now: number,
): Omit<Wanted, 'madeByUs' | 'memory'> {
  const aliases = new Set<string>();
  const rotationNames = new Set<string>();
  let from = now - year;
  let to = now + year;
  for (const resource of resources) {
    if (resource.operation === 'CreateContact') aliases.add(resource.input.Alias);
    if (resource.operation === 'CreateRotation') rotationNames.add(resource.input.Name);
    if (resource.operation === 'CreateRotationOverride') {
      from = Math.min(from, resource.input.StartTime - 1);
      to = Math.max(to, resource.input.EndTime + 1);
    }
  }
  return {
    aliases,
    rotationNames,
    isOurs: (tags) => tags[projectTag] === project,
    from: Math.floor(from),
    to: Math.ceil(to),
    now,
  };
}
