/**
 * A plan in a file, for an apply of exactly that. It holds what would be done and no address of a
 * person: these come again from the project and its variables. So the plan is worked out anew when
 * it is applied, and must come out the same.
 */
import { createHash, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import {
  addressesOf,
  type Moved,
  movedChanges,
  type SavedChange,
  savedChanges,
} from '@oncall/compiler';
import { sourceExtension } from '@oncall/language';
import { exitCodes, OperationalError, usageError } from '../exit.ts';
import { findFiles } from '../files/find-files.ts';
import { shownPath } from '../files/projects.ts';
import { readFile } from '../files/read-file.ts';
import { replaceFile, unwritable } from '../files/write-file.ts';
import { jsonText } from '../reporters/json-text.ts';
import { maskAddresses } from '../terminal/mask.ts';
import { visible } from '../terminal/visible.ts';
import type { Survey } from './survey.ts';
import type { Destination } from './target.ts';

export interface PlanFile {
  readonly format: typeof format;
  readonly version: number;
  readonly made: string;
  readonly project: string;
  /** The project's folder as seen from the file's, with `/` between folders. */
  readonly folder: string;
  readonly account: string | null;
  readonly region: string;
  readonly service: Destination['kind'];
  readonly adopt: boolean;
  readonly changes: readonly SavedChange[];
  /** Of all addresses together: of a single one it would be found by trying. */
  readonly addresses: { readonly salt: string; readonly digest: string };
}

const format = 'oncall plan';
const version = 1;

/** Where `--out` writes, before anything is read: nothing else is to be lost. */
export function checkPlanPath(path: string, cwd: string): void {
  const absolute = resolve(cwd, path);
  const shown = visible(shownPath(absolute, cwd));
  if (absolute.endsWith(sourceExtension)) {
    throw usageError(`--out can't be ${shown}: that would be a file of a project`);
  }
  if (!existsSync(absolute)) return;
  if (!statSync(absolute).isFile()) throw usageError(`--out can't be ${shown}: it is no file`);
  const text = textOf(absolute, shown);
  if (text.trim() === '' || formatOf(text) === format) return;
  throw usageError(
    `--out can't be ${shown}: it exists, and is no plan file`,
    'Choose another name.',
  );
}

export function writePlanFile(path: string, cwd: string, found: Survey): void {
  const absolute = resolve(cwd, path);
  const shown = shownPath(absolute, cwd);
  const { project, folder, account, target, destination, adopt, now } = found;
  const salt = randomBytes(16).toString('hex');
  const plan: PlanFile = {
    format,
    version,
    made: new Date(now * 1000).toISOString(),
    project,
    folder: relative(dirname(absolute), folder).split(sep).join('/') || '.',
    account: account ?? null,
    region: target.region,
    service: destination.kind,
    adopt,
    changes: changesOf(found),
    addresses: { salt, digest: digestOf(found, salt) },
  };
  try {
    if (!existsSync(absolute)) writeFileSync(absolute, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw unwritable(error, shown);
  }
  replaceFile(absolute, jsonText({ ...plan, checksum: checksumOf(plan) }), shown);
}

export interface GivenPlan {
  readonly plan: PlanFile;
  /** Absolute. */
  readonly folder: string;
  /** As people name it. */
  readonly shown: string;
}

/** The plan that a path means, where it means none of a project: a file of any other name. */
export function planFileAt(path: string | undefined, cwd: string): GivenPlan | undefined {
  if (path === undefined || path.endsWith(sourceExtension)) return undefined;
  const absolute = resolve(cwd, path);
  if (!existsSync(absolute) || !statSync(absolute).isFile()) return undefined;
  const shown = shownPath(absolute, cwd);
  const plan = parsePlan(textOf(absolute, shown), visible(shown));
  const folder = resolve(dirname(absolute), plan.folder);
  if (!existsSync(folder) || findFiles(folder).length === 0) {
    throw new OperationalError(
      exitCodes.noInput,
      `there is no project in ${visible(shownPath(folder, cwd))}, where the plan in ${visible(shown)} looks for it`,
      'Put the file where it was, as seen from the project.',
    );
  }
  return { plan, folder, shown };
}

/** Before anything is read: one made for this machine is not to be carried out in AWS. */
export function checkService({ plan, shown }: GivenPlan, { kind }: Destination): void {
  if (plan.service === kind) return;
  throw usageError(
    `the plan in ${visible(shown)} is for ${services[plan.service]}, and this is ${services[kind]}`,
    'Give the options that the plan was made with.',
  );
}

const services: Readonly<Record<Destination['kind'], string>> = {
  aws: 'AWS',
  endpoint: 'the service at an endpoint',
  local: 'the service on this machine',
};

/** What keeps a plan from being carried out: it is not the one that is worked out now. */
export interface Objections {
  readonly moved: readonly Moved[];
  /** Whether all is alike, but for an address where its mask tells nothing. */
  readonly otherAddresses: boolean;
}

export function objectionsTo(
  { changes, addresses }: PlanFile,
  found: Survey,
): Objections | undefined {
  const moved = movedChanges(changes, changesOf(found));
  const otherAddresses = moved.length === 0 && digestOf(found, addresses.salt) !== addresses.digest;
  return moved.length > 0 || otherAddresses ? { moved, otherAddresses } : undefined;
}

/** Where the plan is for something else altogether, which is said before any change is. */
export function checkPlace({ plan, shown }: GivenPlan, found: Survey): void {
  // An empty service at an endpoint does not tell its account.
  const account = plan.account === null ? undefined : found.account;
  const meant = placeOf(plan.project, plan.account, plan.region);
  const here = placeOf(found.project, account ?? null, found.target.region);
  if (meant === here) return;
  throw new OperationalError(
    exitCodes.failed,
    `the plan in ${visible(shown)} is for ${meant}, and this is ${here}; nothing was changed`,
    'Give the options that the plan was made with.',
  );
}

/** As it will be after having been written and read. */
function changesOf({ changes, live }: Survey): readonly SavedChange[] {
  // A display name or a tag may hold an address too.
  return JSON.parse(maskAddresses(JSON.stringify(savedChanges(changes, live))));
}

/** Slow on purpose, as the masks in the file leave few numbers to be tried. */
function digestOf({ changes, live }: Survey, salt: string): string {
  const addresses = addressesOf(changes, live);
  return scryptSync(JSON.stringify(addresses), salt, 32, cost).toString('hex');
}

const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 };

function checksumOf(plan: object): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

function textOf(path: string, shown: string): string {
  return Buffer.from(readFile(path, shown)).toString();
}

function formatOf(text: string): unknown {
  try {
    return (JSON.parse(text) as Partial<PlanFile> | null)?.format;
  } catch {
    return undefined;
  }
}

function parsePlan(text: string, shown: string): PlanFile {
  const refused = (why: string) =>
    new OperationalError(
      exitCodes.noInput,
      `${shown} ${why}`,
      'Write a plan file with oncall plan --out FILE.',
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused('is no plan file, or not all of one');
  }
  const { checksum, ...plan } = (value ?? {}) as PlanFile & { readonly checksum?: unknown };
  if (plan.format !== format) throw refused('is no plan file');
  if (plan.version !== version) {
    throw refused(`is a plan of another oncall: its version is ${visible(String(plan.version))}`);
  }
  if (checksum !== checksumOf(plan)) throw refused('is not as oncall plan wrote it');
  return plan;
}

function placeOf(project: string, account: string | null, region: string): string {
  const where = account === null ? region : `account ${account} in ${region}`;
  return `project ${visible(project)}, ${where}`;
}
