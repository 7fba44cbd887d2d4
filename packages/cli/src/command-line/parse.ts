import { parseArgs } from 'node:util';
import { nearest } from '@oncall/language/suggest';
import { usageError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';
import type { ArgumentSpec, CommandSpec, Invocation, OptionSpec } from './command.ts';
import { globalOptions } from './global-options.ts';

/** The words after a command's name, checked against its table. What does not fit is exit 64. */
export function parse(spec: CommandSpec, words: readonly string[]): Invocation {
  const options = [...spec.options, ...globalOptions];
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      options.map((option) => [
        option.name,
        { type: option.value === undefined || option.valueOptional ? 'boolean' : 'string' },
      ]),
    ),
  });
  const given = new Map<string, string[]>();
  const found: string[] = [];
  let taken = -1;
  for (const [position, token] of tokens.entries()) {
    if (position === taken || token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      found.push(token.value);
      continue;
    }
    const option = options.find((candidate) => candidate.name === token.name);
    if (option === undefined || !token.rawName.startsWith('--'))
      throw unknownOption(spec, options, token.rawName);
    let { value } = token;
    const next = tokens[position + 1];
    const mayBeValue =
      next?.kind === 'positional' && !(spec.subject !== undefined && isSubject(next.value));
    if (option.valueOptional && value === undefined && mayBeValue) {
      value = next.value;
      taken = position + 1;
    }
    const values = given.get(option.name) ?? [];
    given.set(option.name, values);
    if (value !== undefined || takesValue(option)) values.push(checked(option, value));
  }
  for (const { name, means } of options) {
    if (means === undefined || !given.has(name)) continue;
    const other = given.get(means.option)?.find((value) => value !== means.value);
    if (other !== undefined) {
      throw usageError(`--${name} does not go with --${means.option} ${other}`);
    }
    given.set(means.option, [means.value]);
  }
  const subjects = spec.subject === undefined ? [] : found.filter((word) => isSubject(word));
  const others = found.filter((word) => !subjects.includes(word));
  if (spec.subject !== undefined) checkArguments(spec.name, spec.subject, subjects);
  checkArguments(spec.name, spec.argument, others);
  return {
    subjects,
    arguments: others,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
  };
}

function takesValue(option: OptionSpec): boolean {
  return option.value !== undefined && option.valueOptional !== true;
}

function checked(option: OptionSpec, value: string | undefined): string {
  if (option.value === undefined) {
    throw usageError(`--${option.name} takes no value`);
  }
  if (value === undefined || (value === '' && option.valueOptional !== true)) {
    throw usageError(`--${option.name} needs a value: --${option.name} ${option.value}`);
  }
  checkChoice(`--${option.name}`, option.choices, value);
  return value;
}

function checkChoice(name: string, choices: readonly string[] | undefined, value: string): void {
  if (choices === undefined || choices.includes(value)) return;
  const near = nearest(value, choices);
  const offer = near === undefined ? '' : `Did you mean ${near}? `;
  throw usageError(
    `${name} can't be ${visible(value)}`,
    `${offer}Choose one of: ${choices.join(', ')}.`,
  );
}

/** A folder of such a name is written `./rotation/NAME`. */
function isSubject(word: string): boolean {
  return /^(?:@|(?:plan|schedule|rotation|contact|extern)\/)/.test(word);
}

function checkArguments(
  command: string,
  argument: ArgumentSpec | undefined,
  found: readonly string[],
): void {
  const most =
    argument === undefined ? 0 : argument.count === 'many' ? Number.POSITIVE_INFINITY : 1;
  if (found.length > most) {
    throw usageError(
      `oncall ${command} takes ${most === 0 ? 'no argument' : `one ${argument?.name}`}, not also ${visible(found[most] as string)}`,
    );
  }
  if (argument?.count === 'one' && found.length === 0) {
    throw usageError(
      `oncall ${command} needs a ${argument.name}`,
      argument.choices === undefined
        ? `Write: oncall ${command} ${argument.name}.`
        : `Choose one of: ${argument.choices.join(', ')}.`,
    );
  }
  for (const word of found) checkChoice(argument?.name ?? '', argument?.choices, word);
}

function unknownOption(spec: CommandSpec, options: readonly OptionSpec[], written: string) {
  const names = ['help', ...options.map(({ name }) => name)].map((name) => `--${name}`);
  const near = nearest(written, names);
  return usageError(
    `oncall ${spec.name} has no option ${visible(written)}`,
    near === undefined ? `It has: ${names.join(', ')}.` : `Did you mean ${near}?`,
  );
}
