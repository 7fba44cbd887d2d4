import { resolve } from 'node:path';
import {
  type AnalyzeOptions,
  applyFixes,
  decodeSourceFile,
  type SourceFile,
} from '@oncall/language';
import type { Surroundings } from '../command-line/command.ts';
import { exitCodes, OperationalError } from '../exit.ts';
import { readFile } from '../files/read-file.ts';
import { replaceFile } from '../files/write-file.ts';
import { diffOf } from '../reporters/diff.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import type { AnalyzedProject } from './analyze-projects.ts';
import type { LintSettings } from './settings.ts';

export interface FixedProjects {
  /** As they are by now on disk. */
  readonly projects: readonly AnalyzedProject[];
  /** Whether there is something that could be mended, and was not since nothing is written. */
  readonly isPending: boolean;
}

/** Mends all that is certain, and writes it unless it is only tried. */
export function fixProjects(
  projects: readonly AnalyzedProject[],
  { fix, only }: Pick<LintSettings, 'fix' | 'only'>,
  options: AnalyzeOptions,
  { cwd, terminal: { out, err } }: Surroundings,
): FixedProjects {
  const results = projects.map(({ analysis }) =>
    applyFixes(analysis, {
      ...options,
      wanted: ({ code }) => only === undefined || only.has(code),
    }),
  );
  const changes = results.flatMap(({ analysis }, index) =>
    changesBetween((projects[index] as AnalyzedProject).analysis.files, analysis.files),
  );
  if (!fix?.isDry) writeChanges(changes, cwd);
  if (fix?.showsDiff) {
    for (const { before, after } of changes) {
      out.write(diffOf(after.path, before.text, after.text));
    }
  }
  const mended = results.reduce((sum, { applied }) => sum + applied.length, 0);
  const refused = results.reduce((sum, { refused }) => sum + refused.length, 0);
  const verb = fix?.isDry ? 'would be mended' : 'mended';
  err.note(`${counted(mended, 'finding')} ${verb} in ${counted(changes.length, 'file')}\n`);
  if (refused > 0) {
    err.write(
      `${refused} left as ${refused === 1 ? 'it is' : 'they are'}: mended, there would be a new error\n`,
    );
  }
  if (fix?.isDry) return { projects, isPending: mended > 0 };
  const after = results.map(({ analysis }, index) => ({ ...projects[index], analysis }));
  return { projects: after, isPending: false };
}

interface FileChange {
  readonly before: SourceFile;
  readonly after: SourceFile;
}

function changesBetween(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
): readonly FileChange[] {
  return after.flatMap((file, index) => {
    const last = before[index] as SourceFile;
    return last.text === file.text ? [] : [{ before: last, after: file }];
  });
}

/** Writes what changed, if all of it is on disk as it was read: else none of it. */
function writeChanges(changes: readonly FileChange[], cwd: string): void {
  for (const change of changes) expectAsRead(change, cwd);
  for (const change of changes) {
    // Time has passed since.
    expectAsRead(change, cwd);
    const { path, text } = change.after;
    replaceFile(resolve(cwd, path), text, path);
  }
}

function expectAsRead({ before: { path, text } }: FileChange, cwd: string): void {
  const found = decodeSourceFile(path, readFile(resolve(cwd, path), path));
  if (found.text === text && found.invalidAt === undefined) return;
  throw new OperationalError(
    exitCodes.failed,
    `${visible(path)} was changed by something else meanwhile, and is left as it is`,
    'Run it again.',
  );
}
