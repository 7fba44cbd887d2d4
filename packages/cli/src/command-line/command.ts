/**
 * What a command is: the words that call it, and what it does with them. Help, manual pages, the
 * checking of arguments and completions all come from these tables.
 */
import type { ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Kind } from '../time/named.ts';

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What there is to know besides, for its manual and its page in docs/commands. */
  readonly about: string;
  /** For programs, not for people: help and manual are silent about it. */
  readonly hidden?: boolean;
  /** What of the project it is about, as `@NAME` or `KIND/NAME`; stands before all else. */
  readonly subject?: ArgumentSpec;
  /** The other kind of argument that a command takes besides its options. */
  readonly argument?: ArgumentSpec;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  load(): Promise<Command>;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly count: 'optional' | 'one' | 'many';
  readonly text: string;
  /** The only words that it may be. */
  readonly choices?: readonly string[];
  readonly completes?: Completes;
}

/** What a shell offers where no choices are listed: paths, or what `oncall complete` looks up. */
export type Completes =
  | 'files'
  | 'folders'
  | 'codes'
  | 'changeable codes'
  | 'zones'
  | { readonly names: NameKinds };

export type NameKinds = readonly Kind[];

export interface OptionSpec {
  /** Without its dashes. */
  readonly name: string;
  readonly text: string;
  /** The placeholder of its value; without one it is a switch. */
  readonly value?: string;
  readonly valueOptional?: boolean;
  readonly repeatable?: boolean;
  readonly choices?: readonly string[];
  readonly completes?: Completes;
  /** What a shell puts behind that, a candidate each. */
  readonly suffixes?: readonly string[];
  /** Another way to write this. */
  readonly means?: { readonly option: string; readonly value: string };
}

export interface Command {
  run(invocation: Invocation, surroundings: Surroundings): Promise<ExitCode>;
}

/** What was asked for. */
export interface Invocation {
  /** As `@NAME` or `KIND/NAME`, where the command takes such. */
  readonly subjects: readonly string[];
  readonly arguments: readonly string[];
  /** Whether an option stands there, with a value or without. */
  has(option: string): boolean;
  /** The last value given. */
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

/** What the process stands in. */
export interface Surroundings {
  /** The working folder. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  /** Every command there is, for those that tell of the others. */
  readonly commands: readonly CommandSpec[];
}
