import { estimatedCodes } from '@oncall/simulator';
import type { Surroundings } from '../command-line/command.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { shownPath } from '../files/projects.ts';
import { lintReporters } from '../reporters/lint-report.ts';
import { summaryOf } from '../reporters/summary.ts';
import { counted } from '../terminal/counted.ts';
import { tellEstimate } from '../time/estimate.ts';
import { baselineIn, foundNoMore } from './baseline.ts';
import { reportOf } from './report.ts';
import type { LintSettings } from './settings.ts';
import { writeStepSummary } from './step-summary.ts';
import type { ToldProject } from './told.ts';

/** Reports, and says what is to be said besides; the exit code is that of what is told. */
export function tell(
  projects: readonly ToldProject[],
  { format, maxWarnings }: LintSettings,
  surroundings: Surroundings,
): ExitCode {
  const { cwd, terminal } = surroundings;
  const { out, err } = terminal;
  const report = reportOf(projects, { cwd, version: __VERSION__, maxWarnings });
  out.write(lintReporters[format](report, out));
  if (format === 'github') writeStepSummary(report, surroundings);
  if (format === 'pretty' && report.diagnostics.length === 0) {
    err.note(`${counted(report.files.length, 'file')} checked, nothing wrong\n`);
  }
  if (report.diagnostics.some(({ code }) => estimatedCodes.has(code))) tellEstimate(err);
  for (const { folder, stale } of projects) {
    if (folder === undefined || stale.length === 0) continue;
    const path = baselineIn(shownPath(folder, cwd));
    err.note(`${foundNoMore(stale, path)}: oncall lint --write-baseline takes them out\n`);
  }
  const { errors, warnings } = summaryOf(report.diagnostics);
  const isFailed = report.diagnostics.some(report.fails);
  if (isFailed && errors === 0) {
    err.write(`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}\n`);
  }
  return isFailed ? exitCodes.failed : exitCodes.fine;
}

/** Put in by the bundler. */
declare const __VERSION__: string;
