/**
 * What may stand at the cursor of a command line, told from the table of commands. All shells ask
 * the same question, so nothing of this is written in the language of a shell.
 */
import type { ArgumentSpec, CommandSpec, Completes, NameKinds, OptionSpec } from '../command.ts';
import { commandFirst, globalOptions } from '../global-options.ts';

/** Words, or that the shell knows better. */
export type Offer = readonly Candidate[] | 'files' | 'folders';

export interface Candidate {
  /** In the place of the word at the cursor. */
  readonly value: string;
  readonly text: string;
}

/** What is not in the table; awaited, since what knows it takes longer to load than all else. */
export interface LookUp {
  names(kinds: NameKinds): Promise<readonly Candidate[]>;
  codes(): Promise<readonly Candidate[]>;
  /** Codes whose level can be set. */
  changeableCodes(): Promise<readonly Candidate[]>;
  zones(): Promise<readonly Candidate[]>;
}

export interface Typed {
  /** The whole words between the program's name and the cursor. */
  readonly before: readonly string[];
  /** The word at the cursor as far as the cursor, empty after a space. */
  readonly current: string;
}

export async function offer(
  typed: Typed,
  commands: readonly CommandSpec[],
  lookUp: LookUp,
): Promise<Offer> {
  const found = await offerAt(typed, commands, lookUp);
  if (typeof found === 'string') return found;
  return found.filter(({ value }) => value.startsWith(typed.current));
}

async function offerAt(
  { before, current }: Typed,
  commands: readonly CommandSpec[],
  lookUp: LookUp,
): Promise<Offer> {
  const [name, ...words] = commandFirst(before);
  const shown = commands.filter(({ hidden }) => hidden !== true);
  if (name === undefined || name === 'help') {
    const isOption = name === undefined && current.startsWith('-');
    return isOption ? [version, ...globalOptions.map(optionCandidate), help] : shown.map(candidate);
  }
  if (name === '--version') return [verbose];
  const spec = commands.find((command) => command.name === name);
  return spec === undefined ? [] : offerWithin(spec, words, current, lookUp);
}

async function offerWithin(
  spec: CommandSpec,
  words: readonly string[],
  current: string,
  lookUp: LookUp,
): Promise<Offer> {
  const options = [...spec.options, ...globalOptions];
  const named = (word: string) => options.find(({ name }) => `--${name}` === word);
  if (words.includes('--')) return offerArgument(spec, words, current, lookUp);

  const [, joined = ''] = /^(--[\w-]+)=/.exec(current) ?? [];
  const joinedOption = named(joined);
  if (joinedOption !== undefined) {
    const values = await offerValue(joinedOption, lookUp);
    if (typeof values === 'string') return values;
    return values.map(({ value, text }) => ({ value: `${joined}=${value}`, text }));
  }
  const last = named(words.at(-1) ?? '');
  if (last?.value !== undefined && !(last.valueOptional && current.startsWith('-'))) {
    return offerValue(last, lookUp);
  }
  const given = new Set(words.map((word) => word.replace(/=.*$/, '')));
  const left = options.filter(({ name, repeatable }) => repeatable || !given.has(`--${name}`));
  if (current.startsWith('-')) return [...left.map(optionCandidate), help];
  const argument = await offerArgument(spec, words, current, lookUp);
  return argument.length > 0 || current !== '' ? argument : left.map(optionCandidate);
}

async function offerArgument(
  { subject, argument }: CommandSpec,
  words: readonly string[],
  current: string,
  lookUp: LookUp,
): Promise<Offer> {
  const isSubject = current === '' || current.startsWith('@');
  if (subject !== undefined && isSubject) {
    const names = await offerValue(subject, lookUp);
    const fresh =
      typeof names === 'string' ? [] : names.filter(({ value }) => !words.includes(value));
    const isDone = subject.count === 'one' && words.some((word) => word.startsWith('@'));
    if (fresh.length > 0 && !isDone) return fresh;
  }
  return argument === undefined ? [] : offerValue(argument, lookUp);
}

async function offerValue(spec: ArgumentSpec | OptionSpec, lookUp: LookUp): Promise<Offer> {
  if (spec.choices !== undefined) return spec.choices.map((value) => ({ value, text: '' }));
  const found = await completed(spec.completes, lookUp);
  if (typeof found === 'string' || !('suffixes' in spec)) return found;
  const suffixes = spec.suffixes ?? [''];
  return found.flatMap(({ value, text }) => {
    return suffixes.map((suffix) => ({ value: `${value}${suffix}`, text }));
  });
}

async function completed(completes: Completes | undefined, lookUp: LookUp): Promise<Offer> {
  if (completes === undefined) return [];
  if (completes === 'codes') return lookUp.codes();
  if (completes === 'changeable codes') return lookUp.changeableCodes();
  if (completes === 'zones') return lookUp.zones();
  return typeof completes === 'string' ? completes : lookUp.names(completes.names);
}

function candidate({ name, summary }: CommandSpec): Candidate {
  return { value: name, text: summary };
}

function optionCandidate({ name, text }: OptionSpec): Candidate {
  return { value: `--${name}`, text };
}

const help: Candidate = { value: '--help', text: 'tells more' };
const version: Candidate = { value: '--version', text: 'tells the version' };
const verbose: Candidate = { value: '--verbose', text: 'and what it runs on' };
