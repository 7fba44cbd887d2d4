import { type Analysis, analyze, type Diagnostic } from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import type { Surroundings } from '../command-line/command.ts';
import { findProject } from '../files/projects.ts';
import { reportPretty } from '../reporters/pretty.ts';
import type { Stream } from '../terminal/terminal.ts';
import { now } from '../time/now.ts';

export interface LoadedProject {
  /** Absolute. */
  readonly folder: string;
  readonly analysis: Analysis;
}

/** The project that a path means, where its text has no errors; else they are told, and undefined. */
export function loadProject(
  path: string | undefined,
  { cwd, terminal }: Surroundings,
): LoadedProject | undefined {
  const { folder, files } = findProject(path ?? '.', cwd);
  // The project may have made an error of what these find.
  const analysis = analyze(files, { rules: timeRules(now()) });
  return tellErrors(analysis.diagnostics, terminal.err) ? undefined : { folder, analysis };
}

/** Whether there are errors among diagnostics; warnings are the business of `lint`. */
export function tellErrors(diagnostics: readonly Diagnostic[], stream: Stream): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  stream.write(reportPretty(errors, stream));
  return errors.length > 0;
}
