/**
 * What a command says and hears: results on stdout, all else on stderr, and a person's answer.
 *
 * Written with `fs` and not with process.stdout, whose setting up costs a tenth of a start. All
 * that is written by `write` passes one last guard against control characters and addresses; only
 * `writeExact`, for output whose purpose is the text itself, does not.
 */
import { fstatSync, readSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { exitCodes, OperationalError } from '../exit.ts';
import { hideKnown } from './known-addresses.ts';
import { maskAddresses } from './mask.ts';
import { escapeCharacter, type Paint, paintWith } from './paint.ts';
import { visibleLines } from './visible.ts';

export interface Stream {
  /** Whether a person looks at it. */
  readonly interactive: boolean;
  readonly columns: number;
  readonly paint: Paint;
  write(text: string): void;
  /** What is neither result nor error: nothing with --quiet. */
  note(text: string): void;
  /** A line of how far it is, which whatever comes next replaces; nothing where nobody looks. */
  progress(text: string): void;
  /** Takes away what a person sees; nothing where nobody looks. */
  clear(): void;
  /** Text as it is; on a terminal, control characters are still escaped. */
  writeExact(text: string): void;
}

export interface Terminal {
  readonly out: Stream;
  readonly err: Stream;
  /** Whether questions can be asked. */
  readonly canAsk: boolean;
  /** What a person types; empty where the input ends, undefined where they interrupt. */
  ask(question: string): Promise<string | undefined>;
  readInput(): Uint8Array;
}

/** What its user asked of all output. */
export interface TerminalSettings {
  readonly quiet: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

export function openTerminal(
  env: NodeJS.ProcessEnv,
  settings: TerminalSettings = { quiet: false, color: 'auto' },
): Terminal {
  // Looked at when they are used: to find out what a descriptor is can cost more than a command.
  const streams: { out?: Stream; err?: Stream } = {};
  return {
    get out() {
      streams.out ??= openStream(1, env, settings, () => streams.err?.progress(''));
      return streams.out;
    },
    get err() {
      streams.err ??= openStream(2, env, settings);
      return streams.err;
    },
    get canAsk() {
      return isTerminal(0) && this.err.interactive;
    },
    ask,
    readInput,
  };
}

/** A stream over any sink, guarded as those of the process are. */
export function createStream(
  sink: (text: string) => void,
  { interactive, colour, columns, quiet = false, before = () => {} }: StreamOptions,
): Stream {
  let progressShown = false;
  const erase = () => {
    before();
    if (progressShown) sink(eraseLine);
    progressShown = false;
  };
  const put = (text: string) => {
    if (text === '') return;
    erase();
    sink(text);
  };
  const write = (text: string) => put(guarded(text, colour));
  return {
    interactive,
    columns,
    paint: paintWith(colour),
    write,
    note: (text) => {
      if (!quiet) write(text);
    },
    progress: (text) => {
      if (!interactive || quiet) return;
      erase();
      if (text === '') return;
      sink(guarded(text.slice(0, columns - 1), false));
      progressShown = true;
    },
    clear: () => {
      if (interactive) put(`${escapeCharacter}[2J${escapeCharacter}[3J${escapeCharacter}[H`);
    },
    writeExact: (text) => put(interactive ? visibleLines(text) : text),
  };
}

interface StreamOptions {
  readonly interactive: boolean;
  readonly colour: boolean;
  readonly columns: number;
  readonly quiet?: boolean;
  /** Called before anything is written. */
  readonly before?: () => void;
}

const eraseLine = `\r${escapeCharacter}[K`;

/** What `paint` puts in, and nothing else that begins with an escape. */
const colours = new RegExp(`(${escapeCharacter}\\[\\d{1,2}m)`);

function guarded(text: string, colour: boolean): string {
  const masked = hideKnown(maskAddresses(text));
  if (!colour) return visibleLines(masked);
  return masked
    .split(colours)
    .map((part, index) => (index % 2 === 1 ? part : visibleLines(part)))
    .join('');
}

function openStream(
  descriptor: 1 | 2,
  env: NodeJS.ProcessEnv,
  { quiet, color }: TerminalSettings,
  before = () => {},
): Stream {
  const interactive = isTerminal(descriptor);
  // FORCE_COLOR is left unheard: a log with escapes in it helps nobody who did not ask here.
  const automatic = interactive && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const colour = color === 'auto' ? automatic : color === 'always';
  const columns = interactive ? process[descriptor === 1 ? 'stdout' : 'stderr'].columns || 80 : 100;
  return createStream(writer(descriptor), { interactive, colour, columns, quiet, before });
}

/** Loads Node's terminal code only where the descriptor may be one. */
function isTerminal(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    // The null device is a character device too.
    if (!found.isCharacterDevice() || found.rdev === statSync(devNull).rdev) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** Writes all of a text; a reader that went away is no reason to stop half-way in an apply. */
function writer(descriptor: number): (text: string) => void {
  let gone = false;
  return (text) => {
    const bytes = Buffer.from(text);
    let written = 0;
    while (!gone && written < bytes.length) {
      try {
        written += writeSync(descriptor, bytes, written);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EAGAIN') Atomics.wait(pause, 0, 0, 5);
        else if (code === 'EPIPE') gone = true;
        else throw new OperationalError(exitCodes.failed, `the output can't be written: ${code}`);
      }
    }
  };
}

/** All of stdin; `readFileSync(0)` gives up on a pipe that has nothing yet. */
function readInput(): Uint8Array {
  const parts: Uint8Array[] = [];
  const buffer = Buffer.alloc(65_536);
  for (;;) {
    try {
      const length = readSync(0, buffer, 0, buffer.length, null);
      if (length === 0) return Buffer.concat(parts);
      parts.push(Buffer.from(buffer.subarray(0, length)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return Buffer.concat(parts);
      if (code !== 'EAGAIN') {
        throw new OperationalError(exitCodes.noInput, `stdin can't be read: ${code}`);
      }
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.on('SIGINT', () => {
      resolve(undefined);
      lines.close();
    });
    lines.on('close', () => resolve(''));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}
