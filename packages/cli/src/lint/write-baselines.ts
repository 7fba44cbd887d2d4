import { shownPath } from '../files/projects.ts';
import type { AnalyzedProject } from './analyze-projects.ts';
import { baselineOf, withoutEntries, writeBaseline } from './baseline.ts';
import type { ToldProject } from './told.ts';

/** Lets the baseline of each project hold all that is found by now, errors aside. */
export function writeBaselines(projects: readonly AnalyzedProject[], cwd: string): void {
  for (const { folder, analysis } of projects) {
    if (folder === undefined) continue;
    writeBaseline(folder, shownPath(folder, cwd), baselineOf(analysis));
  }
}

/** Takes out what is found no more. */
export function shrinkBaselines(projects: readonly ToldProject[], cwd: string): void {
  for (const { folder, baseline, stale } of projects) {
    if (folder === undefined || baseline === undefined || stale.length === 0) continue;
    writeBaseline(folder, shownPath(folder, cwd), withoutEntries(baseline, stale));
  }
}
