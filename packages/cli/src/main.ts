/**
 * The program: finds the command, runs it, and turns each kind of failure into its message and
 * exit code. Loads nothing that the command does not need.
 */
import { ServiceError } from './aws/service.ts';
import type { CommandSpec, Surroundings } from './command-line/command.ts';
import { commands } from './command-line/commands.ts';
import { commandFirst, globalOptions, terminalSettings } from './command-line/global-options.ts';
import { parse } from './command-line/parse.ts';
import { type ExitCode, exitCodes, failureOf, usageError } from './exit.ts';
import { maskAddresses } from './terminal/mask.ts';
import { openTerminal, type Terminal } from './terminal/terminal.ts';
import { visible } from './terminal/visible.ts';

export async function main(words: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal(process.env, terminalSettings(words));
  try {
    return await dispatch(words, { cwd: process.cwd(), env: process.env, terminal, commands });
  } catch (error) {
    return await fail(error, terminal);
  }
}

async function dispatch(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [name = '--help', ...rest] = commandFirst(words);
  const { out, err } = surroundings.terminal;
  if (name === '--version' || name === '-V') {
    const { verboseVersion } = await import('./command-line/version.ts');
    out.write(rest.includes('--verbose') ? verboseVersion(__VERSION__) : `${__VERSION__}\n`);
    return exitCodes.fine;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const { helpOf, overview } = await import('./command-line/help.ts');
    const asked = rest.find((word) => !word.startsWith('-'));
    const stream = words.length === 0 ? err : out;
    stream.write(asked === undefined ? overview(commands) : helpOf(await commandNamed(asked)));
    return words.length === 0 ? exitCodes.usage : exitCodes.fine;
  }
  const spec = await commandNamed(name);
  const end = rest.indexOf('--');
  const options = end === -1 ? rest : rest.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) {
    const { helpOf } = await import('./command-line/help.ts');
    out.write(helpOf(spec));
    return exitCodes.fine;
  }
  const invocation = parse(spec, rest);
  const command = await spec.load();
  return command.run(invocation, surroundings);
}

async function commandNamed(name: string): Promise<CommandSpec> {
  const found = commands.find((command) => command.name === name);
  if (found === undefined) throw await unknownCommand(name);
  return found;
}

async function unknownCommand(written: string) {
  const { nearest } = await import('@oncall/language/suggest');
  const isOption = written.startsWith('-');
  const names = isOption
    ? ['--help', '--version', ...globalOptions.map((option) => `--${option.name}`)]
    : commands.filter(({ hidden }) => hidden !== true).map((command) => command.name);
  const near = nearest(written, names);
  return usageError(
    isOption
      ? `oncall has no option ${visible(written)} before a command`
      : `oncall has no command ${visible(written)}`,
    near === undefined ? `It has: ${names.join(', ')}.` : `Did you mean ${near}?`,
  );
}

async function fail(error: unknown, { err }: Terminal): Promise<ExitCode> {
  if (error instanceof ServiceError) {
    const { blame } = await import('./aws/blame.ts');
    const { renderNotice } = await import('./reporters/notice.ts');
    err.write(renderNotice(blame(error), err));
    return exitCodes.failed;
  }
  const { exitCode, title, help } = failureOf(error);
  err.write(`${err.paint.error('error')}${err.paint.strong(`: ${maskAddresses(title)}`)}\n`);
  for (const line of help) err.write(`  ${maskAddresses(line)}\n`);
  return exitCode;
}

/** Put in by the bundler. */
declare const __VERSION__: string;
