import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '@oncall/language';
import { repositoryOf, shownPath } from '../files/projects.ts';
import { summaryOf } from '../reporters/summary.ts';
import { stdinName } from './analyze-projects.ts';
import { fingerprints, hashOf } from './fingerprints.ts';
import type { ToldProject } from './told.ts';

/** What lint has to tell, for reporters to say in their way. */
export interface LintReport {
  /** In the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of all files that were checked, in order. */
  readonly files: readonly string[];
  /** Whether it is of what lint exits 1 for. */
  fails(diagnostic: Diagnostic): boolean;
  /** A path as other tools of the repository name it: from its root, with `/` between folders. */
  inRepository(path: string): string;
  /** The same wherever the lines of a diagnostic move, and another for each. */
  fingerprintOf(diagnostic: Diagnostic): string;
  /** The page that explains a code. */
  pageOf(code: string): string;
  /** Of this program. */
  readonly version: string;
}

/** What costs something is found out when a reporter asks for it. */
export function reportOf(
  projects: readonly ToldProject[],
  { cwd, version, maxWarnings }: ReportOptions,
): LintReport {
  const inRepository = repositoryPaths(cwd);
  const diagnostics = projects.flatMap(({ told }) => told).sort(byPlace);
  const isTooMany = summaryOf(diagnostics).warnings > (maxWarnings ?? Number.POSITIVE_INFINITY);
  let known: ReadonlyMap<Diagnostic, string> | undefined;
  return {
    diagnostics,
    files: projects.flatMap(({ analysis }) => analysis.files.map(({ path }) => path)).sort(),
    fails: ({ severity }) => severity === 'error' || (severity === 'warning' && isTooMany),
    inRepository,
    fingerprintOf(diagnostic) {
      known ??= fingerprintsOf(projects, (folder) => inRepository(shownPath(folder, cwd)));
      return known.get(diagnostic) as string;
    },
    pageOf,
    version,
  };
}

interface ReportOptions {
  readonly cwd: string;
  readonly version: string;
  readonly maxWarnings: number | undefined;
}

/** Two projects of a repository may have the same sins. */
function fingerprintsOf(
  projects: readonly ToldProject[],
  nameOf: (folder: string) => string,
): ReadonlyMap<Diagnostic, string> {
  return new Map(
    projects.flatMap(({ analysis, folder }) => {
      const name = folder === undefined ? '' : nameOf(folder);
      return [...fingerprints(analysis)].map(([diagnostic, { fingerprint }]) => {
        return [diagnostic, hashOf(`${name} ${fingerprint}`)] as const;
      });
    }),
  );
}

function repositoryPaths(cwd: string): (path: string) => string {
  const roots = new Map<string, string>();
  return (path) => {
    if (path === stdinName) return path;
    const absolute = resolve(cwd, path);
    const folder = dirname(absolute);
    const root = roots.get(folder) ?? repositoryOf(folder) ?? cwd;
    roots.set(folder, root);
    return relative(root, absolute).split(sep).join('/');
  };
}

/** The build puts docs/diagnostics beside the bundle. */
function pageOf(code: string): string {
  return readFileSync(join(__dirname, 'diagnostics', `${code}.md`), 'utf8');
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.location, b.location];
  if (left.file.path !== right.file.path) return left.file.path < right.file.path ? -1 : 1;
  return left.span.start - right.span.start || left.span.end - right.span.end;
}
