import { appendFileSync } from 'node:fs';
import type { Surroundings } from '../command-line/command.ts';
import { githubSummary } from '../reporters/lint-github.ts';
import type { LintReport } from './report.ts';

/** Adds to the page of a workflow's run, where GitHub says which file that is. */
export function writeStepSummary(report: LintReport, { env, terminal }: Surroundings): void {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  try {
    appendFileSync(path, githubSummary(report));
  } catch (error) {
    // The annotations are there all the same.
    const { code } = error as NodeJS.ErrnoException;
    terminal.err.write(`the summary of the step can't be written: ${code}\n`);
  }
}
