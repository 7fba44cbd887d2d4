import type { Surroundings } from '../command-line/command.ts';
import { shownPath } from '../files/projects.ts';
import type { AnalyzedProject } from './analyze-projects.ts';
import { baselineIn, baselineOf, foundNoMore, withoutEntries, writeBaseline } from './baseline.ts';
import type { ToldProject } from './told.ts';

/** Lets the baseline of each project hold all that is found by now, errors aside. */
export function writeBaselines(projects: readonly AnalyzedProject[], cwd: string): void {
  for (const { folder, analysis } of projects) {
    if (folder === undefined) continue;
    writeBaseline(folder, shownPath(folder, cwd), baselineOf(analysis));
  }
}

/** Takes out what is found no more, and says so. */
export function shrinkBaselines(
  projects: readonly ToldProject[],
  { cwd, terminal }: Surroundings,
): readonly ToldProject[] {
  return projects.map((project) => {
    const { folder, baseline, stale } = project;
    if (folder === undefined || baseline === undefined || stale.length === 0) return project;
    const shown = shownPath(folder, cwd);
    const left = withoutEntries(baseline, stale);
    writeBaseline(folder, shown, left);
    terminal.err.note(`${foundNoMore(stale, baselineIn(shown))}, and taken out\n`);
    return { ...project, baseline: left, stale: [] };
  });
}
