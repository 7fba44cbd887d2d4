/** What plan and apply begin with: the files, the account, and the difference between them. */
import {
  type Change,
  type DutyChange,
  difference,
  dutyChange,
  lower,
  projectName,
  projectTag,
  type Resource,
} from '@oncall/compiler';
import type { Analysis } from '@oncall/language';
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
import { checkArns, checkEmpty, destinationOf, openTarget, type Target } from './target.ts';

export interface Survey {
  readonly project: string;
  readonly analysis: Analysis;
  readonly target: Target;
  readonly account: string | undefined;
  readonly changes: readonly Change[];
  readonly duties: DutyChange;
  /** Epoch seconds at which the account was read. */
  readonly now: number;
  readonly records: OverrideRecords;
}

/** Undefined where the text or a refusal of the service stopped it, which has been told then. */
export async function survey(
  invocation: Invocation,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<Survey | undefined> {
  const { cwd, env, terminal } = surroundings;
  const destination = destinationOf(invocation, surroundings);
  const loaded = loadProject(invocation.arguments[0], surroundings);
  if (loaded === undefined) return undefined;
  const { analysis, folder } = loaded;
  const variable = createVariables({
    given: invocation.values('var'),
    env,
    file: invocation.value('vars'),
    projectFolder: folder,
    cwd,
  });
  const first = lower(analysis.model, { variable });
  if (tellErrors(first.findings.map(analysis.place), terminal.err)) return undefined;
  const externs = [...analysis.model.externs.values()].flatMap(
    ({ arn }) => (arn.kind === 'text' ? arn.text : variable(arn.name)) ?? [],
  );
  const guard = { account: first.account, region: first.region, externs };

  const target = await openTarget(destination, guard, folder, surroundings, signal);
  try {
    const records = openOverrideRecords(folder);
    const readAt = now();
    const project = projectName(analysis.model);
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
    const { resources } = lower(analysis.model, { account, region: target.region, variable });
    if (destination.kind === 'endpoint' && arnsIn(listing).length === 0) {
      await checkEmpty(target, resources.find((each) => 'arn' in each)?.arn);
    }
    const changes = difference(resources, live, { project, adopt: invocation.has('adopt') });
    const duties = dutyChange(resources, live, changes, project);
    return { project, analysis, target, account, changes, duties, now: readAt, records };
  } catch (error) {
    await target.close();
    if (!(error instanceof ServiceError)) throw error;
    terminal.err.write(renderNotice(blame(error), terminal.err));
    return undefined;
  }
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
