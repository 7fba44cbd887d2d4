import { resolve } from 'node:path';
import { projectTag, type Source, source } from '@oncall/compiler';
import { isName } from '@oncall/language';
import { nearest } from '@oncall/language/suggest';
import { blame } from '../aws/blame.ts';
import { ServiceError } from '../aws/service.ts';
import type { Command, Invocation, Surroundings } from '../command-line/command.ts';
import { destinationOf, openTarget } from '../deployment/target.ts';
import { exitCodes, OperationalError, usageError } from '../exit.ts';
import { projectNameOf } from '../files/project-name-of.ts';
import { writeNewFiles } from '../files/write-new-files.ts';
import { checkFolder, projectFiles } from '../importing/project-files.ts';
import { type ReadAccount, readAccount } from '../importing/read-account.ts';
import { importJson } from '../reporters/import-json.ts';
import { importText } from '../reporters/import-text.ts';
import { renderNotice } from '../reporters/notice.ts';
import { visible } from '../terminal/visible.ts';
import { now } from '../time/now.ts';

/** Writes what an account holds as a project. Of the account it only reads. */
export const importCommand: Command = {
  async run(invocation, surroundings) {
    const { cwd, env, terminal } = surroundings;
    const given = invocation.value('out') ?? '.';
    const folder = resolve(cwd, given);
    const inline = invocation.value('addresses') === 'inline';
    const only = aliasesMeant(invocation);
    const project = projectMeant(invocation) ?? projectNameOf(folder);
    checkFolder(folder, cwd, inline);

    const found = await read(invocation, surroundings);
    if (found === undefined) return exitCodes.failed;
    const { live, account, region } = found;
    if (account === undefined) throw nothingFound(found);
    checkAliases(only, found);
    if (!invocation.has('project')) checkProject(project, found);
    const variable = (name: string) => env[name];
    const told = source(live, { project, account, region, inline, only, variable });
    if (told.managed.length + told.unmanaged.length === 0) throw nothingFound(found, told);
    checkOurs(told, project);

    const files = projectFiles(told, folder);
    writeNewFiles(folder, files, given);
    const report = { source: told, project, account, region, folder: given, files };
    const isJson = invocation.value('format') === 'json';
    const { out } = terminal;
    out.write(isJson ? importJson(report) : importText(report, placeOf(invocation), out.paint));
    return exitCodes.fine;
  },
};

interface Found extends ReadAccount {
  readonly region: string;
  readonly place: string;
}

async function read(
  invocation: Invocation,
  surroundings: Surroundings,
): Promise<Found | undefined> {
  const { cwd, terminal } = surroundings;
  const guard = { account: undefined, region: undefined, externs: [] };
  const destination = destinationOf(invocation, surroundings);
  const { signal } = new AbortController();
  const target = await openTarget(destination, guard, cwd, surroundings, signal);
  try {
    const { region, place } = target;
    return { ...(await readAccount(target, now(), terminal)), region, place };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    terminal.err.write(renderNotice(blame(error), terminal.err));
    return undefined;
  } finally {
    await target.close();
  }
}

function aliasesMeant(invocation: Invocation): readonly string[] {
  const more = invocation.subjects;
  if (more.length > 0 && !invocation.has('only')) {
    throw usageError(`${visible(more.join(' '))} can stand behind --only alone`);
  }
  return [...invocation.values('only'), ...more].map((word) => {
    if (!/^@./.test(word)) throw usageError(`--only takes @ALIAS, and not ${visible(word)}`);
    return word.slice(1);
  });
}

function projectMeant(invocation: Invocation): string | undefined {
  const name = invocation.value('project');
  if (name === undefined || isName(name)) return name;
  throw usageError(
    `--project can't be ${visible(name)}`,
    'A name is of a to z, 0 to 9, _ and -, and no number or duration.',
  );
}

function checkAliases(only: readonly string[], { live, account, region }: Found): void {
  const aliases = live.contacts.map(({ alias }) => alias);
  for (const alias of only) {
    if (aliases.includes(alias)) continue;
    const near = nearest(alias, aliases);
    throw new OperationalError(
      exitCodes.failed,
      `account ${account} has nothing with the alias ${visible(alias)} in ${region}`,
      near === undefined ? undefined : `Did you mean @${near}?`,
    );
  }
}

/** A name that was not chosen must not take what someone else's files describe. */
function checkProject(project: string, { live }: Found): void {
  const isTaken = [...live.contacts, ...live.rotations].some(
    ({ tags }) => tags[projectTag] === project,
  );
  if (!isTaken) return;
  throw new OperationalError(
    exitCodes.failed,
    `the account holds things of a project ${project} already, as their tag ${projectTag} says`,
    `Give --project ${project} to take these in as yours, or --project NAME to leave them out.`,
  );
}

/** What is in no file and has the project's tag, the next apply would delete. */
function checkOurs({ wouldGo }: Source, project: string): void {
  if (wouldGo.length === 0) return;
  const named = wouldGo.slice(0, most).map(({ kind, name, why }) => `${kind} ${name}: ${why}`);
  if (wouldGo.length > most) named.push(`And ${wouldGo.length - most} more.`);
  throw new OperationalError(
    exitCodes.failed,
    `an apply of these files would delete what the project ${project} owns and they don't hold; nothing was written`,
    `Leave --only away, mend it in the account, or take its tag ${projectTag} off. ${named.join(' ')}`,
  );
}

const most = 5;

function nothingFound({ account, region, place }: Found, told?: Source): OperationalError {
  const where = account === undefined ? place : `account ${account}`;
  const others = [...new Set(told?.others.map(({ project }) => project))].toSorted();
  return new OperationalError(
    exitCodes.failed,
    `there is nothing to import from ${where} in ${region}`,
    others.length === 0
      ? 'Incident Manager has contacts in one Region or several: choose it by --region.'
      : `All that was found belongs to ${others.join(', ')}: --project NAME takes in what is of one.`,
  );
}

/** The options that lead the next commands to the same service. */
function placeOf(invocation: Invocation): readonly string[] {
  if (invocation.has('local')) return ['--local', invocation.value('local') ?? '.oncall/local'];
  return ['endpoint', 'profile'].flatMap((name) => {
    const value = invocation.value(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
}
