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

interface Finding {
  readonly overlay?: Overlay;
  /** Called with how many files are read; how many there are is known when all are. */
  onRead?(count: number): void;
}

/** The projects of all files that are, or lie below, the paths given. None at all is exit 66. */
export function findProjects(
  paths: readonly string[],
  cwd: string,
  { overlay, onRead }: Finding = {},
): readonly ProjectFiles[] {
  const read = reader(cwd, overlay, onRead);
  const { foldersOf, filesOf } = projectSearch(read, overlay);
  const folders = new Set<string>();
  for (const path of paths) {
    const found = foldersOf(resolve(cwd, path), path);
    if (found.size === 0) throw nothingFound(path);
    for (const folder of found) folders.add(folder);
  }
  return [...folders]
    .sort()
    .map((folder) => ({ folder, files: [...filesOf(folder)].sort().map(read) }));
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

interface ProjectSearch {
  /** The folders of the projects that a path means. */
  foldersOf(given: string, shown: string): ReadonlySet<string>;
  /** All files of a project in which something was found. */
  filesOf(folder: string): ReadonlySet<string>;
}

/** Looks through each folder once, whatever number of its files is asked for. */
function projectSearch(read: Read, overlay: Overlay | undefined): ProjectSearch {
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

  const projects = new Map<string, Set<string>>();
  const add = (path: string, root: string): string => {
    const folder = nearestFolder(dirname(path), dirname, declaring, root) ?? root;
    const files = projects.get(folder) ?? new Set();
    projects.set(folder, files.add(path));
    return folder;
  };
  const listed = new Map<string, readonly string[]>();
  const filesBelow = (folder: string): readonly string[] => {
    const files = listed.get(folder) ?? (existsSync(folder) ? findFiles(folder) : []);
    listed.set(folder, files);
    return files;
  };
  const search = (root: string): void => {
    if (listed.has(root)) return;
    for (const path of filesBelow(root)) add(path, root);
    if (overlay !== undefined && within(overlay.path, root)) add(overlay.path, root);
  };

  return {
    foldersOf(given, shown) {
      const isFile = given === overlay?.path || kindOfPath(given, shown) === 'file';
      if (isFile && !given.endsWith(sourceExtension)) {
        throw new OperationalError(
          exitCodes.noInput,
          `${visible(shown)} is no ${sourceExtension} file`,
        );
      }
      const start = isFile ? dirname(given) : given;
      const declared = nearestFolder(start, dirname, declaring);
      const root = declared ?? (isFile ? (repositoryOf(start) ?? start) : start);
      search(root);
      // What is named counts also where a search would not look: in a folder that starts with a dot.
      const named = isFile ? [given] : filesBelow(given);
      return new Set(named.map((path) => add(path, root)));
    },
    filesOf: (folder) => projects.get(folder) ?? new Set(),
  };
}

/** The nearest folder at or above one that is a repository of git. */
export function repositoryOf(folder: string): string | undefined {
  return nearestFolder(folder, dirname, (next) => existsSync(join(next, '.git')));
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Reads each file once. */
function reader(
  cwd: string,
  overlay: Overlay | undefined,
  onRead: (count: number) => void = () => {},
): Read {
  const files = new Map<string, SourceFile>();
  return (path) => {
    let file = files.get(path);
    if (file === undefined) {
      const shown = shownPath(path, cwd);
      const bytes = path === overlay?.path ? overlay.bytes : readFile(path, shown);
      file = decodeSourceFile(shown, bytes);
      files.set(path, file);
      onRead(files.size);
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
