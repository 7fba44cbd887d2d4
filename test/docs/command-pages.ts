/** The pages of docs/commands, from the table of commands and from runs. */
import type { CommandSpec, OptionSpec } from '../../packages/cli/src/command-line/command.ts';
import { commands } from '../../packages/cli/src/command-line/commands.ts';
import { exitMeanings } from '../../packages/cli/src/command-line/exit-meanings.ts';
import { globalOptions } from '../../packages/cli/src/command-line/global-options.ts';
import { argumentsOf, call, wrapped, written } from '../../packages/cli/src/command-line/help.ts';
import { demo } from './demo-project.ts';
import { run, samples } from './sample-runs.ts';

export const shownCommands = commands.filter(({ hidden }) => hidden !== true);

/** Where more is said than a page of a command holds. */
const readOn: Readonly<Record<string, readonly string[]>> = {
  lint: [
    '[What lint can do](../lint.md)',
    '[All rules](../rules.md)',
    '[pre-commit](../pre-commit.md)',
  ],
  fmt: ['[The form](../language.md#form)', '[pre-commit](../pre-commit.md)'],
  test: ['[Tests of on-call](../testing.md)', '[Testing escalation](../guides/testing.md)'],
  who: ['[Time on the command line](../time.md#oncall-who)'],
  shifts: ['[Time on the command line](../time.md#oncall-shifts)'],
  simulate: ['[Time on the command line](../time.md#oncall-simulate)'],
  coverage: ['[Time on the command line](../time.md#oncall-coverage)'],
  compile: [
    '[What becomes what](../language.md)',
    '[Private numbers](../guides/private-numbers.md)',
  ],
  plan: [
    '[Exactly this plan](../guides/plans-and-drift.md#exactly-this-plan)',
    '[What a change costs people](../guides/plans-and-drift.md#what-a-change-costs-people)',
    '[The impact on people](../time.md#oncall-plan-the-impact-on-people)',
    '[CI](../ci.md)',
    '[Several accounts](../guides/several-accounts.md)',
  ],
  apply: [
    '[Exactly this plan](../guides/plans-and-drift.md#exactly-this-plan)',
    '[Errors of AWS, and what to do](../aws-errors.md)',
    '[CI](../ci.md)',
  ],
  destroy: ['[The end](../guides/plans-and-drift.md#the-end)'],
  drift: ['[Drift](../guides/plans-and-drift.md#drift)'],
  import: ['[From Terraform, CloudFormation or the console](../guides/from-terraform.md)'],
  verify: ['[Time on the command line](../time.md#oncall-verify)'],
  status: ['[Is everyone reachable?](../guides/reachable.md)'],
  activate: ['[Is everyone reachable?](../guides/reachable.md)'],
  doctor: ['[Errors of AWS, and what to do](../aws-errors.md)'],
  page: [
    '[Is everyone reachable?](../guides/reachable.md)',
    '[Testing escalation](../guides/testing.md)',
  ],
  explain: ['[All rules](../rules.md)'],
  init: ['[A first project](../guides/first-project.md)'],
  lsp: ['[Editors](../editors.md)'],
};

export async function commandPage(spec: CommandSpec): Promise<string> {
  const sample = samples[spec.name];
  const rows = [
    ...argumentsOf(spec).map(({ name, text }) => `| \`${cell(name)}\` | ${cell(text)} |`),
    ...spec.options.map(optionRow),
  ];
  return `${[
    `# oncall ${spec.name}`,
    '',
    ...wrapped(`${capital(spec.summary)}. ${spec.about}`, 84),
    '',
    '```sh',
    ...spec.examples,
    '```',
    '',
    `Usage: \`oncall ${call(spec)} [OPTION…]\``,
    ...(rows.length === 0 ? [] : ['', '| | |', '| --- | --- |', ...rows]),
    '',
    `Besides, [what every command takes](README.md#options-of-every-command). What exit`,
    'codes mean is told [there too](README.md#exit-codes).',
    ...(sample === undefined ? [] : ['', '## A run', '', '```console', await run(sample), '```']),
    ...(readOn[spec.name] === undefined
      ? []
      : ['', '## Read on', '', ...(readOn[spec.name] ?? []).map((link) => `- ${link}`)]),
  ].join('\n')}\n`;
}

export function indexPage(): string {
  return `${[
    '# The commands',
    '',
    'Results go to stdout, all else to stderr. Addresses of people are masked in what is',
    'printed, that of `oncall compile` aside. These pages are written by `pnpm generate`',
    'from the table that help, manual pages and completions come from; their runs are real.',
    '',
    '| command | |',
    '| --- | --- |',
    ...shownCommands.map(
      ({ name, summary }) => `| [\`oncall ${name}\`](${name}.md) | ${summary} |`,
    ),
    '',
    '## Options of every command',
    '',
    'They may stand before the command too. `oncall COMMAND --help` tells the options of one,',
    '`oncall --version --verbose` the versions that a report of a bug should name.',
    '',
    '| | |',
    '| --- | --- |',
    ...globalOptions.map(optionRow),
    '| `--help` | tells the options |',
    '',
    'How far it is, where something takes long, is shown on a terminal and nowhere else.',
    'Programs read `--json`, which every command has that reports.',
    '',
    '## Exit codes',
    '',
    '| code | means |',
    '| --- | --- |',
    ...exitMeanings.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    '## In your shell',
    '',
    '[`oncall completion`](completion.md) prints what bash, zsh, fish and PowerShell need to',
    'complete commands, options, their values, files, and the names of your project. An',
    'installed archive has manual pages: `man oncall`, `man oncall-lint`.',
    '',
    '## The project of the runs',
    '',
    'Where a page shows a run, it is of this project, or of one that differs in a line; the',
    'clock stands at 2026-02-02 12:00 UTC.',
    '',
    '```oncall',
    demo.trimEnd(),
    '```',
  ].join('\n')}\n`;
}

function optionRow(option: OptionSpec): string {
  const again = option.repeatable === true ? '; as often as you like' : '';
  return `| \`${written(option)}\` | ${cell(option.text)}${again} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
