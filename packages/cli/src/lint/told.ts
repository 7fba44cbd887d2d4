import { resolve } from 'node:path';
import type { Diagnostic } from '@oncall/language';
import { repositoryOf, shownPath } from '../files/projects.ts';
import type { AnalyzedProject } from './analyze-projects.ts';
import { applyBaseline, type Baseline, type BaselineEntry, readBaseline } from './baseline.ts';
import { type ChangedLines, changedLines } from './changed-lines.ts';
import type { LintSettings } from './settings.ts';

/** What is to be told of a project, and what its baseline says of the rest. */
export interface ToldProject extends AnalyzedProject {
  readonly told: readonly Diagnostic[];
  readonly baseline: Baseline | undefined;
  /** Entries that nothing was found for, where all was looked for. */
  readonly stale: readonly BaselineEntry[];
}

type Told = Pick<LintSettings, 'only' | 'since' | 'levels'>;

export function toldOf(
  projects: readonly AnalyzedProject[],
  settings: Told,
  cwd: string,
): readonly ToldProject[] {
  const { since } = settings;
  // Git is asked once of a repository, whatever number of projects is in it.
  const known = new Map<string, ChangedLines>();
  const changedIn = (folder: string | undefined): ChangedLines | undefined => {
    if (since === undefined || folder === undefined) return undefined;
    const repository = repositoryOf(folder) ?? folder;
    const changed = known.get(repository) ?? changedLines(folder, since);
    known.set(repository, changed);
    return changed;
  };
  return projects.map((project) => toldOfOne(project, changedIn(project.folder), settings, cwd));
}

function toldOfOne(
  project: AnalyzedProject,
  changed: ChangedLines | undefined,
  { only, levels }: Told,
  cwd: string,
): ToldProject {
  const { analysis, folder } = project;
  const baseline = folder === undefined ? undefined : readBaseline(folder, shownPath(folder, cwd));
  const left =
    baseline === undefined
      ? { told: analysis.diagnostics, stale: [] }
      : applyBaseline(analysis, baseline);
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
