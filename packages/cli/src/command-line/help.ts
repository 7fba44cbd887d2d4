import type { ArgumentSpec, CommandSpec, OptionSpec } from './command.ts';
import { globalOptions } from './global-options.ts';

/** `oncall --help`. */
export function overview(commands: readonly CommandSpec[]): string {
  const shown = commands.filter(({ hidden }) => hidden !== true);
  const rows = shown.map((command) => [call(command), command.summary] as const);
  return [
    'oncall: on-call as text, for AWS Systems Manager Incident Manager',
    '',
    '  oncall init my-team       begins a project',
    '  oncall lint               tells what is wrong with it',
    '  oncall plan --local       tries it on a service on this machine',
    '',
    'Usage: oncall COMMAND [OPTION…]',
    '',
    ...columns(rows),
    '',
    'With every command:',
    ...columns(globalRows),
    '',
    'oncall COMMAND --help tells more. oncall --version --verbose tells versions.',
    '',
  ].join('\n');
}

const globalRows = [
  ...globalOptions.map((option) => [written(option), option.text] as const),
  ['--help', 'this text'] as const,
];

/** `oncall COMMAND --help`. */
export function helpOf(command: CommandSpec): string {
  const rows = [
    ...argumentsOf(command).map(({ name, text }) => [name, text] as const),
    ...command.options.map((option) => [written(option), option.text] as const),
    ...globalRows,
  ];
  return [
    `oncall ${command.name}: ${command.summary}`,
    '',
    ...command.examples.map((example) => `  ${example}`),
    '',
    `Usage: oncall ${call(command)} [OPTION…]`,
    '',
    ...columns(rows),
    '',
  ].join('\n');
}

/** How it is called, without its options. */
export function call(command: CommandSpec): string {
  return [command.name, ...argumentsOf(command).map(place)].join(' ');
}

export function argumentsOf({ subject, argument }: CommandSpec): readonly ArgumentSpec[] {
  return [subject, argument].filter((it) => it !== undefined);
}

function place({ name, count }: ArgumentSpec): string {
  return count === 'one' ? name : `[${name}${count === 'many' ? '…' : ''}]`;
}

/** `--name VALUE`. */
export function written(option: OptionSpec): string {
  if (option.value === undefined) return `--${option.name}`;
  return `--${option.name} ${option.valueOptional ? `[${option.value}]` : option.value}`;
}

/** Two columns within 80; a text that does not fit goes on below itself. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const left = Math.min(26, Math.max(...rows.map(([head]) => head.length)));
  return rows.flatMap(([head, text]) => {
    const lines = wrapped(text, 80 - left - 4);
    const first = head.length > left ? [`  ${head}`] : [];
    return [
      ...first,
      ...lines.map((line, index) => {
        const label = index === 0 && first.length === 0 ? head : '';
        return `  ${label.padEnd(left)}  ${line}`;
      }),
    ];
  });
}

/** Lines of at most so many characters, cut between words. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
