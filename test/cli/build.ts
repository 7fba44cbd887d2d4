/** Builds the command line before its stories run, where a source is newer than what is built. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');
const built = join(repository, 'packages/cli/dist/main.js');

export function setup(): void {
  const sources = [
    ...['language', 'simulator', 'compiler', 'local-service', 'language-server', 'cli'].map(
      (name) => `packages/${name}/src`,
    ),
    'docs/diagnostics',
    'packages/cli/bundle.mjs',
  ];
  const newest = Math.max(...sources.map((path) => newestIn(join(repository, path))));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  const { status, stderr } = spawnSync(process.execPath, ['bundle.mjs'], {
    cwd: join(repository, 'packages/cli'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the command line could not be built:\n${stderr}`);
}

function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
