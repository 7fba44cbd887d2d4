/** Which lines of files were changed since a revision of git, as git tells it. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Location, type SourceFile, sourceExtension } from '@oncall/language';
import { exitCodes, OperationalError, usageError } from '../exit.ts';
import { repositoryOf } from '../files/projects.ts';
import { visible } from '../terminal/visible.ts';

export interface ChangedLines {
  /** Whether some of the place, in a file of this absolute path, lies in changed lines. */
  meet(path: string, location: Location): boolean;
}

/**
 * The changes of the working tree in the repository of a folder since the revision, or since
 * where its branch was left; a file that git does not know of is all new.
 */
export function changedLines(folder: string, revision: string): ChangedLines {
  const git = gitIn(folder);
  const root = git(['rev-parse', '--show-toplevel'])?.trimEnd();
  if (root === undefined) throw noRepository(folder);
  // What begins so would be an option of git.
  const isOption = revision.startsWith('-');
  const verify = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
  const given = isOption ? undefined : git(verify)?.trim();
  if (given === undefined) {
    throw usageError(
      `git knows no revision ${visible(revision)}`,
      'A shallow clone knows the last commits alone; fetch those that it lacks.',
    );
  }
  // Without a common one, as in shallow clones, more lines count as changed and not fewer.
  const base = git(['merge-base', given, 'HEAD'])?.trim() || given;
  const changed = linesOfDiff(answerOf(git, [...diff, base, '--', sources]));
  const places = new Map([...changed].map(([path, lines]) => [join(root, path), lines]));
  const listed = answerOf(git, ['ls-files', '-z', '--full-name', '--', sources]);
  const known = new Set(listed.split('\0').map((path) => join(root, path)));
  const lineAt = linesAsGitCounts();
  return {
    meet(path, location) {
      const real = realPath(path);
      if (!known.has(real)) return true;
      const lines = places.get(real) ?? [];
      if (lines.length === 0) return false;
      const { file, span } = location;
      const first = lineAt(file, span.start);
      const last = lineAt(file, Math.max(span.start, span.end - 1));
      return lines.some(({ from, to }) => from <= last && first <= to);
    },
  };
}

function noRepository(folder: string): OperationalError {
  if (repositoryOf(folder) === undefined) {
    return usageError('--since needs a git repository, and this is none');
  }
  return new OperationalError(
    exitCodes.failed,
    'git refuses the repository that --since needs',
    'git status tells why. Where it belongs to another user: git config --global --add safe.directory FOLDER.',
  );
}

/** Without an answer nothing would seem to be changed. */
function answerOf(git: Git, words: readonly string[]): string {
  const answer = git(words);
  if (answer !== undefined) return answer;
  throw new OperationalError(
    exitCodes.failed,
    'git fails to tell what changed',
    'git fsck looks for what is missing or broken.',
  );
}

/** Lines of a file as they are by now, both ends in it. */
interface Lines {
  readonly from: number;
  readonly to: number;
}

/** All of the repository, since a file may have come from anywhere in it. */
const sources = `:/*${sourceExtension}`;

/** Whatever is configured, the same form. */
const diff = [
  ...['-c', 'core.quotePath=true', '-c', 'diff.relative=false', 'diff'],
  ...['--unified=0', '--inter-hunk-context=0', '--find-renames', '--text', '--no-color'],
  ...['--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/'],
  '--ignore-submodules',
];

/** By the path from the root of the repository. */
export function linesOfDiff(text: string): ReadonlyMap<string, readonly Lines[]> {
  const files = new Map<string, Lines[]>();
  const lines = text.split('\n');
  let current: Lines[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as string;
    if (line.startsWith('+++ ')) {
      current = [];
      const path = pathOf(line.slice('+++ '.length));
      if (path !== undefined) files.set(path, current);
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) continue;
    const [, removed = '1', from = '', added = '1'] = hunk;
    if (added !== '0') current.push({ from: Number(from), to: Number(from) + Number(added) - 1 });
    // Lines of the files themselves may look like anything.
    let left = Number(removed) + Number(added);
    while (left > 0 && index + 1 < lines.length) {
      index += 1;
      if (!lines[index]?.startsWith('\\')) left -= 1;
    }
  }
  return files;
}

/** A path as git writes it; undefined where the file is gone. */
function pathOf(written: string): string | undefined {
  const trimmed = written.replace(/\t$/, '');
  if (trimmed === '/dev/null') return undefined;
  const path = trimmed.startsWith('"') ? unquoted(trimmed) : trimmed;
  return path.slice('b/'.length);
}

/** Bytes are written as in C. */
function unquoted(text: string): string {
  const bytes: number[] = [];
  for (const [, sign, plain = ''] of text.slice(1, -1).matchAll(/\\([0-7]{3}|.)|([^\\]+)/g)) {
    if (sign === undefined) bytes.push(...Buffer.from(plain));
    else if (sign.length === 3) bytes.push(Number.parseInt(sign, 8));
    else bytes.push((escapes[sign] ?? sign).charCodeAt(0));
  }
  return Buffer.from(bytes).toString();
}

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** The line of an offset. To git only `\n` ends one. */
function linesAsGitCounts(): (file: SourceFile, offset: number) => number {
  const endsOfFiles = new Map<SourceFile, readonly number[]>();
  return (file, offset) => {
    const ends = endsOfFiles.get(file) ?? [...file.text.matchAll(/\n/g)].map(({ index }) => index);
    endsOfFiles.set(file, ends);
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** As git sees it: the root that it tells has no links in it. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

type Git = (words: readonly string[]) => string | undefined;

/** What git prints; undefined where it refuses. */
function gitIn(folder: string): Git {
  // Without `--since` it need not be loaded.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  // A hook of a linked worktree gets GIT_DIR, and git then takes any folder for the root.
  const { GIT_DIR, ...others } = process.env;
  const env = others['GIT_WORK_TREE'] === undefined ? others : { ...others, GIT_DIR };
  return (words) => {
    const { error, status, stdout } = spawnSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      env,
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (error !== undefined) {
      const { code } = error as NodeJS.ErrnoException;
      throw new OperationalError(
        exitCodes.failed,
        code === 'ENOENT' ? '--since needs git, which is not installed' : `git failed: ${code}`,
      );
    }
    return status === 0 ? stdout : undefined;
  };
}
