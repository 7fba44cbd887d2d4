import { resolve } from 'node:path';
import { analyze, type Diagnostic, decodeSourceFile } from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import type { Command, Invocation, Surroundings } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { exitCodes, usageError } from '../exit.ts';
import { findProjects, type Overlay, type ProjectFiles } from '../files/projects.ts';
import { reportJson } from '../reporters/json.ts';
import { reportPretty } from '../reporters/pretty.ts';
import { summaryOf } from '../reporters/summary.ts';
import { counted } from '../terminal/counted.ts';
import { now } from '../time/now.ts';

/** Tells everything that is wrong in the projects of the paths given. */
export const lint: Command = {
  async run(invocation, { cwd, terminal }) {
    const most = wholeNumber(invocation, 'max-warnings');
    const projects = projectsToCheck(invocation, cwd, terminal.readInput);
    const rules = timeRules(now());
    const diagnostics = projects
      .flatMap(({ files }) => analyze(files, { rules }).diagnostics)
      .sort(byPlace);
    if (invocation.value('format') === 'json') terminal.out.write(reportJson(diagnostics));
    else terminal.out.write(reportPretty(diagnostics, terminal.out));

    const { errors, warnings } = summaryOf(diagnostics);
    if (diagnostics.length === 0 && invocation.value('format') !== 'json') {
      const count = projects.reduce((sum, project) => sum + project.files.length, 0);
      terminal.err.write(`${counted(count, 'file')} checked, nothing wrong\n`);
    }
    if (most !== undefined && warnings > most && errors === 0) {
      terminal.err.write(`${counted(warnings, 'warning')}, and --max-warnings allows ${most}\n`);
    }
    const tooMany = errors > 0 || (most !== undefined && warnings > most);
    return tooMany ? exitCodes.failed : exitCodes.fine;
  },
};

function projectsToCheck(
  invocation: Invocation,
  cwd: string,
  readInput: Surroundings['terminal']['readInput'],
): readonly Pick<ProjectFiles, 'files'>[] {
  const filename = invocation.value('stdin-filename');
  if (!invocation.has('stdin')) {
    if (filename !== undefined) throw usageError('--stdin-filename goes with --stdin');
    return findProjects(invocation.arguments.length > 0 ? invocation.arguments : ['.'], cwd);
  }
  if (invocation.arguments.length > 0) {
    throw usageError('--stdin takes no PATH', 'Name the file with --stdin-filename F.');
  }
  const bytes = readInput();
  if (filename === undefined) return [{ files: [decodeSourceFile('<stdin>', bytes)] }];
  const overlay: Overlay = { path: resolve(cwd, filename), bytes };
  return findProjects([filename], cwd, overlay);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.location, b.location];
  if (left.file.path !== right.file.path) return left.file.path < right.file.path ? -1 : 1;
  return left.span.start - right.span.start || left.span.end - right.span.end;
}
