/** The files: whether they can be deployed, and whether the tool can keep its state beside them. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze, type Value } from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import type { Invocation, Surroundings } from '../command-line/command.ts';
import { learnAddresses } from '../deployment/load-project.ts';
import type { Guard } from '../deployment/target.ts';
import { variablesGiven } from '../environment/variables.ts';
import { exitCodes, OperationalError } from '../exit.ts';
import { findProject, shownPath } from '../files/projects.ts';
import { counted } from '../terminal/counted.ts';
import { now } from '../time/now.ts';
import type { Check } from './check.ts';

export interface ProjectFindings {
  readonly checks: readonly Check[];
  /** Absolute. */
  readonly folder: string;
  readonly guard: Guard;
}

/** With no project there, the checks of the account go on without a guard. */
export function projectChecks(invocation: Invocation, surroundings: Surroundings): ProjectFindings {
  const { cwd } = surroundings;
  const found = projectOf(invocation, cwd);
  if ('result' in found) {
    const guard = { account: undefined, region: undefined, externs: [] };
    return { checks: [found], folder: cwd, guard };
  }
  const { folder, analysis } = found;
  const errors = analysis.diagnostics.filter(({ severity }) => severity === 'error').length;
  const where = shownPath(folder, cwd);
  const project: Check =
    errors === 0
      ? {
          name: 'project',
          result: 'ok',
          says: `${analysis.model.project?.name ?? 'default'} in ${where}`,
        }
      : {
          name: 'project',
          result: 'failed',
          says: `${counted(errors, 'error')} in ${where}`,
          help: 'Run oncall lint: it tells what is wrong.',
        };
  const { check, guard } = variablesCheck(analysis, folder, invocation, surroundings);
  return { checks: [project, check, stateCheck(folder, cwd)], folder, guard };
}

function projectOf(
  invocation: Invocation,
  cwd: string,
): Check | { readonly folder: string; readonly analysis: Analysis } {
  const path = invocation.arguments[0];
  try {
    const { folder, files } = findProject(path ?? '.', cwd);
    const analysis = analyze(files, { rules: timeRules(now()) });
    learnAddresses(analysis.model);
    return { folder, analysis };
  } catch (error) {
    // Named, it was meant.
    const isMeant = path !== undefined || !(error instanceof OperationalError);
    if (isMeant || error.exitCode !== exitCodes.noInput) throw error;
    return { name: 'project', result: 'skipped', says: error.message, help: error.help };
  }
}

function variablesCheck(
  { model }: Analysis,
  folder: string,
  invocation: Invocation,
  surroundings: Surroundings,
): { readonly check: Check; readonly guard: Guard } {
  const variable = variablesGiven(invocation, folder, surroundings);
  const text = (value: Value | undefined) =>
    value?.kind === 'variable' ? variable(value.name) : value?.text;
  const { account, region } = model.project ?? {};
  const values = [
    ...[account, region].filter((value) => value !== undefined),
    ...[...model.externs.values()].map(({ arn }) => arn),
    ...[...model.contacts.values()].flatMap(({ channels }) => channels.map((it) => it.address)),
  ];
  const names = new Set(values.flatMap((it) => (it.kind === 'variable' ? [it.name] : [])));
  const unset = [...names].filter((name) => variable(name) === undefined);
  return {
    check: {
      name: 'variables',
      result: unset.length === 0 ? 'ok' : 'failed',
      says:
        unset.length === 0
          ? `${counted(names.size, 'variable')}, all set`
          : `not set: ${unset.join(', ')}`,
      help:
        unset.length === 0
          ? undefined
          : 'Write them into oncall.env beside the project, set them in the environment, or give --var.',
    },
    guard: {
      account: text(account),
      region: text(region),
      externs: [...model.externs.values()].flatMap(({ arn }) => text(arn) ?? []),
    },
  };
}

/** Whether `.oncall/` can be written, and is kept out of git. */
function stateCheck(projectFolder: string, cwd: string): Check {
  const folder = join(projectFolder, '.oncall');
  const shown = shownPath(folder, cwd);
  const name = 'state folder';
  try {
    const isThere = existsSync(folder);
    if (isThere && !statSync(folder).isDirectory()) {
      const help = 'Move it away: apply keeps its records there.';
      return { name, result: 'failed', says: `${shown} is no folder`, help };
    }
    accessSync(isThere ? folder : projectFolder, constants.W_OK | constants.X_OK);
    const ignore = join(folder, '.gitignore');
    if (isThere && !(existsSync(ignore) && readFileSync(ignore, 'utf8').includes('*'))) {
      const help = `Write a line * into ${shown}/.gitignore.`;
      return { name, result: 'warning', says: `${shown} is not kept out of git`, help };
    }
    return { name, result: 'ok', says: isThere ? shown : `${shown}, made when it is needed` };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return {
      name,
      result: 'failed',
      says: `${shown} can't be written: ${code}`,
      help: 'Give yourself the right to write there: apply keeps its records in it.',
    };
  }
}
