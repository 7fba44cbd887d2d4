/**
 * Which files are one program: a project is the nearest folder at or above a file in which a file
 * declares `project`. Where none does, it is the folder given, or for a file given the repository.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  declaresProject,
  decodeSourceFile,
  nearestFolder,
  type SourceFile,
  sourceExtension,
} from '@oncall/language';
import { exitCodes, OperationalError, usageError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';
import { filesIn, findFiles } from './find-files.ts';
import { kindOfPath, readFile } from './read-file.ts';

export interface ProjectFiles {
  /** Absolute. */
  readonly folder: string;
  /** In the order of their paths, which are shown relative to the working folder. */
  readonly files: readonly SourceFile[];
}

/** A file's text given otherwise than by the disk: of an editor's buffer, by stdin. */
export interface Overlay {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The projects of all files that are, or lie below, the paths given. None at all is exit 66. */
export function findProjects(
  paths: readonly string[],
  cwd: string,
  overlay?: Overlay,
): readonly ProjectFiles[] {
  const read = reader(cwd, overlay);
  const found = new Map<string, Set<string>>();
  for (const path of paths) {
    const given = resolve(cwd, path);
    const groups = projectsOf(given, path, read, overlay);
    if (groups.length === 0) throw nothingFound(path);
    for (const [folder, members] of groups) {
      // What is named counts, whatever else is: two paths may not mean the same files of a project.
      found.set(folder, new Set([...(found.get(folder) ?? []), ...members]));
    }
  }
  return [...found]
    .map(([folder, members]) => ({ folder, files: [...members].sort().map(read) }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The one project that a path means; several are a usage error that names them. */
export function findProject(path: string, cwd: string): ProjectFiles {
  const projects = findProjects([path], cwd);
  const given = resolve(cwd, path);
  const holder = projects.find((project) => within(given, project.folder));
  const [first] = projects;
  if (holder !== undefined) return holder;
  if (first !== undefined && projects.length === 1) return first;
  const names = projects.map((project) => visible(shownPath(project.folder, cwd))).join(', ');
  throw usageError(
    `${visible(path)} holds ${projects.length} projects: ${names}`,
    'Name one of them.',
  );
}

/** A path for people and for reports: relative to the working folder, with `/` between folders. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}

type Read = (path: string) => SourceFile;

function projectsOf(
  given: string,
  shown: string,
  read: Read,
  overlay: Overlay | undefined,
): readonly (readonly [folder: string, members: readonly string[]])[] {
  const isFile = given === overlay?.path || kindOfPath(given, shown) === 'file';
  if (isFile && !given.endsWith(sourceExtension)) {
    throw new OperationalError(
      exitCodes.noInput,
      `${visible(shown)} is no ${sourceExtension} file`,
    );
  }
  const start = isFile ? dirname(given) : given;
  const declares = new Map<string, boolean>();
  const declaring = (folder: string): boolean => {
    const known = declares.get(folder);
    if (known !== undefined) return known;
    const files = new Set(filesIn(folder));
    if (overlay !== undefined && dirname(overlay.path) === folder) files.add(overlay.path);
    const found = [...files].some((file) => declaresProject(read(file).text));
    declares.set(folder, found);
    return found;
  };

  const root =
    nearestFolder(start, dirname, declaring) ?? (isFile ? (repositoryOf(start) ?? start) : start);
  const paths = new Set(existsSync(root) ? findFiles(root) : []);
  // What is named counts also where a search would not look: in a folder that starts with a dot.
  for (const named of isFile ? [given] : findFiles(given)) paths.add(named);
  if (overlay !== undefined && within(overlay.path, root)) paths.add(overlay.path);
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const folder = nearestFolder(dirname(path), dirname, declaring, root) ?? root;
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [path]);
    else group.push(path);
  }
  return [...groups].filter(([, members]) => members.some((path) => within(path, given)));
}

/** The nearest folder at or above one that is a repository of git. */
export function repositoryOf(folder: string): string | undefined {
  return nearestFolder(folder, dirname, (next) => existsSync(join(next, '.git')));
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Reads each file once. */
function reader(cwd: string, overlay: Overlay | undefined): Read {
  const files = new Map<string, SourceFile>();
  return (path) => {
    let file = files.get(path);
    if (file === undefined) {
      const shown = shownPath(path, cwd);
      const bytes = path === overlay?.path ? overlay.bytes : readFile(path, shown);
      file = decodeSourceFile(shown, bytes);
      files.set(path, file);
    }
    return file;
  };
}

function nothingFound(path: string): OperationalError {
  return new OperationalError(
    exitCodes.noInput,
    `there are no ${sourceExtension} files in ${visible(path)}`,
    'Run `oncall init` to begin a project.',
  );
}
