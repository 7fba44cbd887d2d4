/**
 * The first file that runs: loads the bundled parts as they are needed, each with the code that V8
 * compiled for it when it was built. That halves the time of a start; on any other Node than the one
 * that built it, the parts are compiled anew.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

export function start(words: readonly string[] = process.argv.slice(2)): void {
  const { main } = load('./main.js') as typeof import('./main.ts');
  // All output is written by now; what the SDK's timers wait for is of no use any more.
  main(words).then((exitCode) => process.exit(exitCode));
}

/** A part of the bundle by the name that the other parts require it by. */
export function load(name: string): unknown {
  const loaded = parts.get(name);
  if (loaded !== undefined) return loaded.exports;
  const filename = join(__dirname, name);
  const part = { exports: {} };
  parts.set(name, part);
  const script = new Script(
    // The parts are plain ASCII, and V8 holds Latin-1 in half the room.
    `(function(exports,require,module,__filename,__dirname){${readFileSync(filename, 'latin1')}\n})`,
    // The compiled code holds this name, which is to tell nothing of the machine that built it.
    { filename: name, cachedData: compiledCode(filename) },
  );
  scripts.set(name, script);
  const requirePart = (id: string) => (id.startsWith('./') ? load(id) : require(id));
  script.runInThisContext()(part.exports, requirePart, part, filename, __dirname);
  return part.exports;
}

/** What has been loaded; the build takes the compiled code from here. */
export const scripts = new Map<string, Script>();

const parts = new Map<string, { exports: unknown }>();

/** Where the compiled code of a part lies; each kind of Node has its own. */
export function codeOf(filename: string): string {
  return `${filename}.${process.version}-${process.platform}-${process.arch}.code`;
}

function compiledCode(filename: string): Buffer | undefined {
  try {
    return readFileSync(codeOf(filename));
  } catch {
    return undefined;
  }
}
