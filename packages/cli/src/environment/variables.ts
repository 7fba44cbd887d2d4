/**
 * Where the values of variables come from, in this order: `--var`, the environment, `--vars FILE`,
 * and `oncall.env` in the project's folder. No message here ever shows a value.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Invocation, Surroundings } from '../command-line/command.ts';
import { exitCodes, OperationalError, usageError } from '../exit.ts';
import { shownPath } from '../files/projects.ts';
import { readFile } from '../files/read-file.ts';
import { learnAddress } from '../terminal/known-addresses.ts';
import { visible } from '../terminal/visible.ts';

export interface Sources {
  /** Each NAME=VALUE. */
  readonly given: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly file: string | undefined;
  readonly projectFolder: string;
  readonly cwd: string;
}

export function createVariables(sources: Sources): (name: string) => string | undefined {
  const { cwd, env } = sources;
  const given = new Map(sources.given.map(parseGiven));
  const fromFile =
    sources.file === undefined ? none : readVariables(resolve(cwd, sources.file), cwd);
  const own = join(sources.projectFolder, 'oncall.env');
  const fromProject = existsSync(own) ? readVariables(own, cwd) : none;
  // Also those that nobody asks for here: the service may tell of them.
  const values = [given, fromFile, fromProject].flatMap((found) => [...found.values()]);
  for (const value of [...values, ...Object.values(env)]) learnAddress(value ?? '');
  return (name) => given.get(name) ?? env[name] ?? fromFile.get(name) ?? fromProject.get(name);
}

/** The same, for a command with the options of variables. */
export function variablesGiven(
  invocation: Invocation,
  projectFolder: string,
  { cwd, env }: Surroundings,
): (name: string) => string | undefined {
  return createVariables({
    given: invocation.values('var'),
    env,
    file: invocation.value('vars'),
    projectFolder,
    cwd,
  });
}

const none: ReadonlyMap<string, string> = new Map();

function parseGiven(written: string): [string, string] {
  const pair = parsePair(written);
  if (pair === undefined) {
    throw usageError(
      '--var takes NAME=VALUE',
      'A NAME is of A to Z, 0 to 9 and _, as in --var ALICE_SMS=…',
    );
  }
  return pair;
}

function readVariables(path: string, cwd: string): ReadonlyMap<string, string> {
  const shown = shownPath(path, cwd);
  const found = new Map<string, string>();
  const lines = Buffer.from(readFile(path, shown))
    .toString()
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/);
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const pair = parsePair(text);
    if (pair === undefined) {
      throw new OperationalError(
        exitCodes.failed,
        `line ${index + 1} of ${visible(shown)} is no NAME=VALUE`,
        'A NAME is of A to Z, 0 to 9 and _. A comment begins with #.',
      );
    }
    found.set(...pair);
  }
  return found;
}

/** Quotes about a value are those of a shell, and no part of it. */
function parsePair(text: string): [string, string] | undefined {
  const found = /^([A-Z][A-Z0-9_]*)\s*=(.*)$/s.exec(text);
  if (found === null) return undefined;
  const [, name = '', written = ''] = found;
  const value = written.trim();
  const quoted = /^(["'])(.*)\1$/s.exec(value);
  return [name, quoted?.[2] ?? value];
}
