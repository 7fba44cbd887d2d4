/** Which editors this machine has; tests of one that it lacks are skipped and say so. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the tests' own code-server begins; `install-code-server.mjs` puts it there. */
export const codeServer = codeServerEntry();

/** The path of a program; `undefined` where none of that name is installed. */
export function programPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** For the title of a suite; `undefined` where nothing is missing. */
export function whatIsMissing(...names: readonly Needed[]): string | undefined {
  const missing = names.filter((name) => !has(name));
  return missing.length === 0
    ? undefined
    : `skipped, since not installed here: ${missing.join(', ')}`;
}

type Needed = 'chromium' | 'code-server' | 'emacs' | 'nvim';

function codeServerEntry(): string {
  const json = readFileSync(join(import.meta.dirname, 'code-server.json'), 'utf8');
  const { version, entry } = JSON.parse(json) as { version: string; entry: string };
  return join(import.meta.dirname, '../../node_modules/.cache', `code-server-${version}`, entry);
}

function has(name: Needed): boolean {
  return name === 'code-server' ? existsSync(codeServer) : programPath(name) !== undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
