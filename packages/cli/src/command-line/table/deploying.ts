import type { CommandSpec } from '../command.ts';
import {
  adopt,
  formats,
  impact,
  lockTimeout,
  oneProject,
  target,
  time,
  variables,
} from '../shared-options.ts';

/** The files and an account. */
export const deploying: readonly CommandSpec[] = [
  {
    name: 'compile',
    summary: 'prints the requests of a project as JSON, addresses included',
    about:
      'The requests are those that make the project from nothing, in order. This is the one ' +
      'command that prints addresses of people whole: that is what it is for. Keep its ' +
      'output out of logs.',
    argument: oneProject,
    options: [
      { name: 'account', value: 'ID', text: 'account, where the project names none' },
      { name: 'region', value: 'REGION', text: 'Region, where the project names none' },
      ...variables,
    ],
    examples: ['oncall compile', 'oncall compile --account 111122223333 --region us-east-2'],
    load: () => import('../../commands/compile.ts').then(({ compile }) => compile),
  },
  {
    name: 'plan',
    summary: 'shows what apply would change, and whose shifts',
    about:
      'Reads the account and compares it with the files. Nothing is written. What carries ' +
      'no tag of this project is left alone, and told where it is in the way. Addresses are ' +
      'masked.',
    argument: oneProject,
    options: [
      ...formats(['pretty', 'json', 'markdown'], ' (markdown: for a comment on a pull request)'),
      { name: 'detailed-exitcode', text: 'exits 2 where there are changes' },
      {
        name: 'out',
        value: 'FILE',
        completes: 'files',
        text: 'writes the plan to FILE too, for oncall apply FILE; it holds no address',
      },
      impact,
      { name: 'max-impact', value: 'N', text: 'exits 1 when more shifts change hands' },
      ...target,
      adopt,
      ...variables,
    ],
    examples: [
      'oncall plan',
      'oncall plan --local',
      'oncall plan --detailed-exitcode --json',
      'oncall plan --format markdown > plan.md',
      'oncall plan --max-impact 0 --impact-days 7',
      'oncall plan --out plan.json',
    ],
    load: () => import('../../commands/plan.ts').then(({ plan }) => plan),
  },
  {
    name: 'apply',
    summary: 'makes the account as the files say, after asking',
    about:
      'Shows the plan, asks for a typed yes, and makes the calls, several at once, in an ' +
      'order that is safe: what pages people comes before what refers to it, deletions come ' +
      'last. It looks at each thing again before it changes it, and leaves alone what someone ' +
      'else has changed meanwhile. It stops at the first failure; run it again, and it goes on ' +
      'from there. Two at once on one machine wait for each other. ' +
      'Without a terminal it needs --yes. Given a file that plan --out wrote, it does exactly ' +
      'that, and nothing where the account, the files or the variables are others by now.',
    argument: {
      name: 'PATH',
      count: 'optional',
      completes: 'files',
      text: 'a file or folder of the project, or a file that plan --out wrote',
    },
    options: [
      { name: 'yes', text: 'does not ask' },
      ...formats(['pretty', 'json'], ' (json: needs --yes)'),
      impact,
      lockTimeout,
      ...target,
      adopt,
      ...variables,
    ],
    examples: [
      'oncall apply',
      'oncall apply --local',
      'oncall apply --yes --profile production',
      'oncall apply plan.json',
    ],
    load: () => import('../../commands/apply.ts').then(({ apply }) => apply),
  },
  {
    name: 'destroy',
    summary: 'deletes from an account what is of the project, after asking',
    about:
      'Shows what goes and what that does to people, asks for the name of the project, and ' +
      'deletes all that carries its tag: plans and schedules first, people last. What ' +
      'others still refer to is left alone and told. Of the files it needs the project ' +
      'alone, so variables of addresses need not be set. Without a terminal it needs --yes.',
    argument: oneProject,
    options: [
      { name: 'yes', text: 'does not ask' },
      ...formats(['pretty', 'json'], ' (json: needs --yes)'),
      impact,
      lockTimeout,
      ...target,
      ...variables,
    ],
    examples: ['oncall destroy', 'oncall destroy --local', 'oncall destroy staging --yes'],
    load: () => import('../../commands/destroy.ts').then(({ destroy }) => destroy),
  },
  {
    name: 'drift',
    summary: 'tells how files and account differ, and who changed what',
    about:
      'Only reads: all that is of the project, tags included. Holds it against the files and ' +
      'against what the journal of earlier applies in .oncall/ last saw, and so tells what ' +
      'changed in the account, in the files, or on both sides; without a journal, as in a ' +
      'fresh clone, it tells only what differs. A difference is exit 2. Overrides made by ' +
      'hand are listed, and are none.',
    argument: oneProject,
    options: [...formats(['pretty', 'json']), ...target, ...variables],
    examples: ['oncall drift', 'oncall drift --json', 'oncall drift --profile production'],
    load: () => import('../../commands/drift.ts').then(({ drift }) => drift),
  },
  {
    name: 'verify',
    summary: 'holds who is on call against the answers of AWS',
    about:
      "Asks AWS for a preview of each rotation's shifts and holds it against what this tool " +
      'works out. It only reads, and the rotations need not exist in the account. A ' +
      'difference is exit 1.',
    subject: {
      name: '@ROTATION',
      count: 'many',
      completes: { names: ['rotation'] },
      text: 'rotations; all where none is named',
    },
    argument: oneProject,
    options: [
      { name: 'from', value: 'TIME', text: `from this instead of now, ${time}` },
      { name: 'to', value: 'TIME', text: 'until this instead of 30 days later' },
      ...formats(['table', 'json']),
      ...target,
      ...variables,
    ],
    examples: ['oncall verify', 'oncall verify @primary --from 2026-01-01 --to 2027-01-01'],
    load: () => import('../../commands/verify.ts').then(({ verify }) => verify),
  },
  {
    name: 'import',
    summary: 'writes what an account holds as a project',
    about:
      'Reads the whole account, or some aliases and all that they page, and writes files that ' +
      'say the same, by kind; addresses go into oncall.env. Nothing is overwritten, and nothing ' +
      'in the account is changed: plan --adopt then shows that only tags are to be set. What ' +
      "the language can't say stands in the files as a comment, stays unmanaged, and is listed. " +
      'What another project owns by its tag is left out; where something names it, it becomes ' +
      'an extern.',
    subject: {
      name: '@ALIAS',
      count: 'many',
      text: 'more aliases, behind --only',
    },
    options: [
      {
        name: 'out',
        value: 'DIR',
        completes: 'folders',
        text: 'the folder to write to (.), which must hold no project',
      },
      {
        name: 'only',
        value: '@ALIAS',
        repeatable: true,
        text: 'this and what it pages: targets, rotations, members',
      },
      {
        name: 'project',
        value: 'NAME',
        text: 'the name of the project (that of the folder); what has its tag comes along',
      },
      {
        name: 'addresses',
        value: 'WHERE',
        choices: ['variables', 'inline'],
        text: 'in oncall.env (variables), or inline in the files',
      },
      ...formats(['pretty', 'json']),
      ...target,
    ],
    examples: [
      'oncall import --out oncall',
      'oncall import --out oncall --only @sre @database',
      'oncall import --out oncall --project acme --profile production',
    ],
    load: () => import('../../commands/import.ts').then(({ importCommand }) => importCommand),
  },
];
