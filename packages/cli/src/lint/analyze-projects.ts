import { resolve } from 'node:path';
import { type Analysis, type AnalyzeOptions, analyze, decodeSourceFile } from '@oncall/language';
import type { Invocation, Surroundings } from '../command-line/command.ts';
import { usageError } from '../exit.ts';
import { findProjects, type ProjectFiles } from '../files/projects.ts';
import { counted } from '../terminal/counted.ts';
import { progressBar } from '../terminal/progress-bar.ts';

/** A project that was analysed; text that stands for itself has no folder. */
export interface AnalyzedProject extends Partial<Pick<ProjectFiles, 'folder'>> {
  readonly analysis: Analysis;
}

/** The whole project of each path, whatever of it was named; or what is read from stdin. */
export function analyzeProjects(
  invocation: Invocation,
  options: AnalyzeOptions,
  { cwd, terminal }: Surroundings,
): readonly AnalyzedProject[] {
  const paths = invocation.arguments;
  if (!invocation.has('stdin')) {
    const { err } = terminal;
    err.progress('Reading files');
    const found = findProjects(paths.length > 0 ? paths : ['.'], cwd, {
      onRead: (count) => {
        if (count % 50 === 0) err.progress(`Reading files  ${count}`);
      },
    });
    const count = found.reduce((sum, { files }) => sum + files.length, 0);
    let done = 0;
    const projects = found.map((project) => {
      // Of one project, no part is done before all is.
      err.progress(
        found.length === 1
          ? `Checking ${counted(count, 'file')}`
          : progressBar('Checking files', done, count),
      );
      done += project.files.length;
      return analyzed(project);
    });
    terminal.err.progress('');
    return projects;
  }
  if (paths.length > 0) {
    throw usageError('--stdin takes no PATH', 'Name the file with --stdin-filename F.');
  }
  const filename = invocation.value('stdin-filename');
  const bytes = terminal.readInput();
  if (filename === undefined) {
    return [{ analysis: analyze([decodeSourceFile(stdinName, bytes)], options) }];
  }
  return findProjects([filename], cwd, {
    overlay: { path: resolve(cwd, filename), bytes },
  }).map(analyzed);

  function analyzed({ folder, files }: ProjectFiles): AnalyzedProject {
    return { folder, analysis: analyze(files, options) };
  }
}

/** The path of text that stands for no file. */
export const stdinName = '<stdin>';
