/** Options that several commands have, written once. */
import type { ArgumentSpec, OptionSpec } from './command.ts';

export const variables: readonly OptionSpec[] = [
  { name: 'var', value: 'NAME=VALUE', repeatable: true, text: 'sets a variable, before all else' },
  {
    name: 'vars',
    value: 'FILE',
    completes: 'files',
    text: 'file of NAME=VALUE lines, after the environment and before oncall.env',
  },
];

export const target: readonly OptionSpec[] = [
  {
    name: 'local',
    value: 'DIR',
    valueOptional: true,
    completes: 'folders',
    text: 'the service on this machine, its state kept in DIR (.oncall/local of the project)',
  },
  { name: 'endpoint', value: 'URL', text: 'the service at this address' },
  { name: 'profile', value: 'NAME', text: 'profile of the AWS configuration' },
  { name: 'region', value: 'REGION', text: "Region; must be the project's where that is written" },
  {
    name: 'concurrency',
    value: 'N',
    text: 'calls under way at a time, at most (8); fewer while the service throttles',
  },
  { name: 'verbose', text: 'tells in the end how many calls were made' },
];

export const adopt: OptionSpec = {
  name: 'adopt',
  text: 'takes over what exists under our aliases without our tag',
};

export const lockTimeout: OptionSpec = {
  name: 'lock-timeout',
  value: 'SECONDS',
  text: 'waits so long for another apply or destroy of the project on this machine (60)',
};

export const impact: OptionSpec = {
  name: 'impact-days',
  value: 'N',
  text: 'tells who gains and loses shifts in so many days (30)',
};

/** What a report is written as, the first where nothing is said; and `--json`, which is short. */
export function formats(choices: readonly string[], remarks = ''): readonly OptionSpec[] {
  const text = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  return [
    { name: 'format', value: 'FORMAT', choices, text: `${text}${remarks}` },
    { name: 'json', text: 'as --format json', means: { option: 'format', value: 'json' } },
  ];
}

export const oneProject: ArgumentSpec = {
  name: 'PATH',
  count: 'optional',
  completes: 'files',
  text: 'a file or folder of the project',
};

export const time = 'an instant as 2026-01-05T14:00:00Z, or local: 2026-01-05T09:00, 2026-01-05';
