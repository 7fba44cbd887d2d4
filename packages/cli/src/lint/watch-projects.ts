import { resolve } from 'node:path';
import { type Analysis, analyze, type SourceFile } from '@oncall/language';
import { timeRules } from '@oncall/simulator';
import type { Surroundings } from '../command-line/command.ts';
import { type ExitCode, exitCodes, failureOf, OperationalError } from '../exit.ts';
import { findProjects } from '../files/projects.ts';
import { kindOfPath } from '../files/read-file.ts';
import { counted } from '../terminal/counted.ts';
import { now } from '../time/now.ts';
import type { AnalyzedProject } from './analyze-projects.ts';
import type { LintSettings } from './settings.ts';
import { tell } from './tell.ts';
import { toldOf } from './told.ts';
import { watchFolders } from './watch-folders.ts';

/**
 * Lints, and again whenever a file changes, each time from the analysis before. Ends when a person
 * interrupts, with the exit code of the last time.
 */
export async function watchProjects(
  paths: readonly string[],
  settings: LintSettings,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd } = surroundings;
  const { out, err } = surroundings.terminal;
  const given = paths.length > 0 ? paths : ['.'];
  const folders = given.map((path) => {
    const absolute = resolve(cwd, path);
    return kindOfPath(absolute, path) === 'file' ? resolve(absolute, '..') : absolute;
  });
  const check = checker(given, settings, cwd);
  let code: ExitCode = exitCodes.fine;
  // What was in the way the last time, if anything was.
  let last = '';
  let watched = folders;
  await watchFolders(() => {
    try {
      const projects = check(last !== '');
      if (projects !== undefined) {
        out.clear();
        code = tell(toldOf(projects, settings, cwd), settings, surroundings);
        const count = projects.reduce((sum, { analysis }) => sum + analysis.files.length, 0);
        err.note(`watching ${counted(count, 'file')}\n`);
        last = '';
        watched = [...folders, ...projects.flatMap(({ folder }) => folder ?? [])];
      }
      return watched;
    } catch (error) {
      if (!(error instanceof OperationalError)) throw error;
      // A file that went, or can't be read for now, may come back.
      code = exitCodes.failed;
      const { title } = failureOf(error);
      if (title !== last) err.write(`${title}\n`);
      last = title;
      return watched;
    }
  });
  return code;
}

/** Analyses what the paths hold by now; undefined where nothing changed, unless it is to tell anyway. */
function checker(
  paths: readonly string[],
  { levels }: LintSettings,
  cwd: string,
): (anyway: boolean) => readonly AnalyzedProject[] | undefined {
  let files = new Map<string, SourceFile>();
  let analyses = new Map<string, Analysis>();
  return (anyway) => {
    // Rules of another time look at all anew.
    const rules = timeRules(Math.floor(now() / 3_600) * 3_600);
    const projects = findProjects(paths, cwd).map(({ folder, files: found }) => {
      return { folder, files: found.map((file) => sameOr(file, files.get(file.path))) };
    });
    const found = projects.flatMap((project) => project.files);
    const isSame =
      found.length === files.size && found.every((file) => files.get(file.path) === file);
    if (isSame && analyses.size > 0 && !anyway) return undefined;
    files = new Map(found.map((file) => [file.path, file]));
    const analyzed = projects.map(({ folder, files: own }) => {
      const previous = analyses.get(folder);
      return { folder, analysis: analyze(own, { rules, levels, previous }) };
    });
    analyses = new Map(analyzed.map(({ folder, analysis }) => [folder, analysis]));
    return analyzed;
  };
}

function sameOr(file: SourceFile, before: SourceFile | undefined): SourceFile {
  const isSame = before?.text === file.text && before.invalidAt === file.invalidAt;
  return isSame ? before : file;
}
