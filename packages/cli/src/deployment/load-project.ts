import { type Analysis, analyze, type Diagnostic, type Model } from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import type { Surroundings } from '../command-line/command.ts';
import { findProject, findProjects, type ProjectFiles } from '../files/projects.ts';
import { reportPretty } from '../reporters/pretty.ts';
import { learnAddress } from '../terminal/known-addresses.ts';
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
  const project = load(findProject(path ?? '.', cwd));
  return tellErrors(project.analysis.diagnostics, terminal.err) ? undefined : project;
}

/** All projects that paths mean, where the text of none has errors; else they are told, and undefined. */
export function loadProjects(
  paths: readonly string[],
  { cwd, terminal }: Surroundings,
): readonly LoadedProject[] | undefined {
  const projects = findProjects(paths.length > 0 ? paths : ['.'], cwd).map(load);
  const diagnostics = projects.flatMap(({ analysis }) => analysis.diagnostics);
  return tellErrors(diagnostics, terminal.err) ? undefined : projects;
}

function load({ folder, files }: ProjectFiles): LoadedProject {
  // The project may have made an error of what these find.
  const analysis = analyze(files, { rules: timeRules(now()) });
  learnAddresses(analysis.model);
  return { folder, analysis };
}

/** What the service says of these is to be hidden. */
export function learnAddresses({ contacts }: Model): void {
  for (const { channels } of contacts.values()) {
    for (const { address } of channels) if (address.kind === 'text') learnAddress(address.text);
  }
}

/** Whether there are errors among diagnostics; warnings are the business of `lint`. */
export function tellErrors(diagnostics: readonly Diagnostic[], stream: Stream): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  stream.write(reportPretty(errors, stream));
  return errors.length > 0;
}
