import { resolve } from 'node:path';
import type { Diagnostic } from '@oncall/language';
import { shownPath } from '../files/projects.ts';
import type { AnalyzedProject } from './analyze-projects.ts';
import { applyBaseline, type Baseline, type BaselineEntry, readBaseline } from './baseline.ts';
import { changedLines } from './changed-lines.ts';
import type { LintSettings } from './settings.ts';

/** What is to be told of a project, and what its baseline says of the rest. */
export interface ToldProject extends AnalyzedProject {
  readonly told: readonly Diagnostic[];
  readonly baseline: Baseline | undefined;
  /** Entries that nothing was found for, where all was looked for. */
  readonly stale: readonly BaselineEntry[];
}

export function toldOf(
  project: AnalyzedProject,
  { only, since, levels }: Pick<LintSettings, 'only' | 'since' | 'levels'>,
  cwd: string,
): ToldProject {
  const { analysis, folder } = project;
  const baseline = folder === undefined ? undefined : readBaseline(folder, shownPath(folder, cwd));
  const left =
    baseline === undefined
      ? { told: analysis.diagnostics, stale: [] }
      : applyBaseline(analysis, baseline);
  const changed =
    since === undefined || folder === undefined ? undefined : changedLines(folder, since);
  const told = left.told.filter(
    ({ code, location }) =>
      (only === undefined || only.has(code)) &&
      (changed === undefined || changed.meet(resolve(cwd, location.file.path), location)),
  );
  // What has an error in it, rules do not look at.
  const isSound = analysis.diagnostics.every(({ severity }) => severity !== 'error');
  const stale = isSound && levels.size === 0 ? left.stale : [];
  return { ...project, told, baseline, stale };
}
