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
import { blame } from '../aws/blame.ts';
import { arnsIn, listAccount, readLiveState, type Wanted } from '../aws/live-state.ts';
import { ServiceError } from '../aws/service.ts';
import type { Invocation, Surroundings } from '../command-line/command.ts';
import { createVariables } from '../environment/variables.ts';
import { renderNotice } from '../reporters/notice.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { now } from '../time/now.ts';
import { loadProject, tellErrors } from './load-project.ts';
import { type OverrideRecords, openOverrideRecords } from './override-records.ts';
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
  readonly records: OverrideRecords;
}

/** What differs from command to command. */
export interface Wish {
  /** Of the project; the working folder where undefined. */
  readonly path: string | undefined;
  readonly adopt: boolean;
  /** What the account is held against: nothing leaves of a project its name and where it lives. */
  readonly against: 'files' | 'nothing';
}

/** Undefined where the text or a refusal of the service stopped it, which has been told then. */
export async function survey(
  invocation: Invocation,
  surroundings: Surroundings,
  signal: AbortSignal,
  { path, adopt, against }: Wish = {
    path: invocation.arguments[0],
    adopt: invocation.has('adopt'),
    against: 'files',
  },
): Promise<Survey | undefined> {
  const { cwd, env, terminal } = surroundings;
  const destination = destinationOf(invocation, surroundings);
  const loaded = loadProject(path, surroundings);
  if (loaded === undefined) return undefined;
  const { analysis, folder } = loaded;
  const model = against === 'files' ? analysis.model : emptied(analysis.model);
  const variable = createVariables({
    given: invocation.values('var'),
    env,
    file: invocation.value('vars'),
    projectFolder: folder,
    cwd,
  });
  const first = lower(model, { variable });
  if (tellErrors(first.findings.map(analysis.place), terminal.err)) return undefined;
  const externs = [...analysis.model.externs.values()].flatMap(
    ({ arn }) => (arn.kind === 'text' ? arn.text : variable(arn.name)) ?? [],
  );
  const guard = { account: first.account, region: first.region, externs };

  const target = await openTarget(destination, guard, folder, surroundings, signal);
  try {
    const records = openOverrideRecords(folder);
    const readAt = now();
    const project = projectName(model);
    terminal.err.progress('Reading the account');
    const listing = await listAccount(target.connection);
    const account = checkArns(arnsIn(listing), target, guard);
    const live = await readLiveState(
      target.connection,
      listing,
      wantedOf(first.resources, project, records, readAt),
      (done, count) => terminal.err.progress(progressBar('Reading the account', done, count)),
    );
    terminal.err.progress('');
    const { resources } = lower(model, { account, region: target.region, variable });
    if (destination.kind === 'endpoint' && arnsIn(listing).length === 0) {
      await checkEmpty(target, resources.find((each) => 'arn' in each)?.arn);
    }
    const changes = difference(resources, live, {
      project,
      adopt,
      gone: against === 'files' ? undefined : 'to be destroyed',
    });
    const duties = dutyChange(resources, live, changes, project);
    const where = { target, destination, account };
    const compared = { adopt, resources, live, changes, duties };
    return { project, folder, analysis, ...where, ...compared, now: readAt, records };
  } catch (error) {
    await target.close();
    if (!(error instanceof ServiceError)) throw error;
    terminal.err.write(renderNotice(blame(error), terminal.err));
    return undefined;
  }
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
  records: OverrideRecords,
  now: number,
): Wanted {
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
    madeByUs: records.has,
    from: Math.floor(from),
    to: Math.ceil(to),
    now,
  };
}
