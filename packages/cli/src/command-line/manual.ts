/** Manual pages, as roff, from the table of commands. */
import type { CommandSpec } from './command.ts';
import { exitMeanings } from './exit-meanings.ts';
import { globalOptions } from './global-options.ts';
import { argumentsOf, call, wrapped, written } from './help.ts';

/** By file name: `oncall.1`, and one a command. */
export function manualPages(
  commands: readonly CommandSpec[],
  version: string,
): Readonly<Record<string, string>> {
  const shown = commands.filter(({ hidden }) => hidden !== true);
  return Object.fromEntries([
    ['oncall.1', overviewPage(shown, version)],
    ...shown.map((spec) => [`oncall-${spec.name}.1`, commandPage(spec, version)]),
  ]);
}

function overviewPage(commands: readonly CommandSpec[], version: string): string {
  return page('oncall', version, [
    ...section('NAME', ['oncall \\- on\\-call as text, for AWS Systems Manager Incident Manager']),
    ...section('SYNOPSIS', [bold('oncall'), roff('COMMAND [OPTION…]')]),
    ...section('DESCRIPTION', [
      ...prose(
        'Describes who can be reached and how, who takes turns, and who is paged next when nobody answers; checks that, and applies it to an account. Results go to stdout, all else to stderr.',
      ),
    ]),
    ...section('COMMANDS', commands.flatMap(commandEntry)),
    ...section('OPTIONS', globalEntries),
    ...section('EXIT STATUS', exitEntries),
    ...section('ENVIRONMENT', [
      ...entry('NO_COLOR', 'Where it is set, nothing is coloured.'),
      ...entry('AWS_PROFILE, AWS_REGION and their like', 'As all AWS tools take them.'),
      ...entry('NAME', 'The value of $NAME in a project.'),
    ]),
    ...section('FILES', [
      ...entry('*.oncall', 'What is written below a folder is one project.'),
      ...entry('oncall.env', "Values of variables, in the project's folder."),
      ...entry(
        '.oncall/',
        'What this machine keeps: the state of --local, the journal of applies.',
      ),
    ]),
  ]);
}

function commandEntry({ name, summary }: CommandSpec): readonly string[] {
  return ['.TP', `\\fBoncall\\-${roff(name)}\\fR(1)`, ...prose(summary)];
}

function commandPage(spec: CommandSpec, version: string): string {
  return page(`oncall-${spec.name}`, version, [
    ...section('NAME', [`oncall\\-${roff(spec.name)} \\- ${roff(spec.summary)}`]),
    ...section('SYNOPSIS', [bold('oncall'), roff(`${call(spec)} [OPTION…]`)]),
    ...section('DESCRIPTION', prose(spec.about)),
    ...section('EXAMPLES', ['.nf', ...spec.examples.map(roff), '.fi']),
    ...section('OPTIONS', [
      ...argumentsOf(spec).flatMap(({ name, text }) => entry(name, text)),
      ...spec.options.flatMap((option) => entry(written(option), option.text)),
      ...globalEntries,
    ]),
    ...section('EXIT STATUS', exitEntries),
    ...section('SEE ALSO', ['.BR oncall (1)']),
  ]);
}

function page(name: string, version: string, lines: readonly string[]): string {
  // No date: the same sources make the same page.
  const head = `.TH "${roff(name.toUpperCase())}" "1" "" "oncall ${version}" "oncall"`;
  return `${[head, ...lines].join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [`.SH "${title}"`, ...lines];
}

function entry(head: string, text: string): readonly string[] {
  return ['.TP', bold(head), ...prose(text)];
}

function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

const globalEntries = [
  ...globalOptions.flatMap((option) => entry(written(option), option.text)),
  ...entry('--help', 'Tells the options, shorter than this.'),
];

const exitEntries = exitMeanings.flatMap(([code, meaning]) => entry(String(code), meaning));

/** Text that is filled: in lines that can be read as they are. */
function prose(text: string): readonly string[] {
  return wrapped(text, 70).map(roff);
}

/** Text as roff takes it: no line begins a request, hyphens are those that can be copied. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^[.']/, '\\&$&')
    .replace(/[^\n -~]/gu, (character) => {
      const hex = (character.codePointAt(0) as number).toString(16).toUpperCase();
      return `\\[u${hex.padStart(4, '0')}]`;
    });
}
