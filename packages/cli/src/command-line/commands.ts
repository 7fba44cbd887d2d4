import type { CommandSpec, OptionSpec } from './command.ts';

const variables: readonly OptionSpec[] = [
  { name: 'var', value: 'NAME=VALUE', repeatable: true, text: 'sets a variable, before all else' },
  {
    name: 'vars',
    value: 'FILE',
    text: 'file of NAME=VALUE lines, after the environment and before oncall.env',
  },
];

const target: readonly OptionSpec[] = [
  {
    name: 'local',
    value: 'DIR',
    valueOptional: true,
    text: 'the service on this machine, its state kept in DIR (.oncall/local of the project)',
  },
  { name: 'endpoint', value: 'URL', text: 'the service at this address' },
  { name: 'profile', value: 'NAME', text: 'profile of the AWS configuration' },
  { name: 'region', value: 'REGION', text: "Region; must be the project's where that is written" },
  { name: 'adopt', text: 'takes over what exists under our aliases without our tag' },
];

const impact: OptionSpec = {
  name: 'impact-days',
  value: 'N',
  text: 'tells who gains and loses shifts in so many days (30)',
};

const time = 'an instant as 2026-01-05T14:00:00Z, or local: 2026-01-05T09:00, 2026-01-05';

/** Every command, in the order of help. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'lint',
    summary: 'tells everything that is wrong',
    argument: {
      name: 'PATH',
      count: 'many',
      text: 'files or folders; the whole project of each is checked',
    },
    options: [
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['pretty', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle'],
        text: 'pretty, compact, json, sarif, github, gitlab, junit or checkstyle',
      },
      { name: 'json', text: 'as --format json' },
      { name: 'fix', text: 'mends what is certain, and formats what that changes' },
      { name: 'dry-run', text: 'with --fix: writes nothing, and exits 1 where it would' },
      { name: 'diff', text: 'with --fix: shows what changes' },
      { name: 'max-warnings', value: 'N', text: 'exits 1 when there are more warnings' },
      {
        name: 'rule',
        value: 'CODE=LEVEL',
        repeatable: true,
        text: 'tells a warning as error or warning, or not at all: off',
      },
      { name: 'only', value: 'CODE', repeatable: true, text: 'tells this, and nothing else' },
      {
        name: 'since',
        value: 'REV',
        text: 'tells what lies in lines changed since this revision of git',
      },
      { name: 'write-baseline', text: 'takes the warnings of today for old, not to be told' },
      { name: 'watch', text: 'checks again whenever a file changes' },
      { name: 'stdin', text: 'reads the text of a file from stdin' },
      { name: 'stdin-filename', value: 'F', text: 'the file of the project that stdin stands for' },
    ],
    examples: [
      'oncall lint',
      'oncall lint --fix',
      'oncall lint people/alice.oncall --since origin/main',
      'oncall lint --format sarif > oncall.sarif',
    ],
    load: () => import('../commands/lint.ts').then(({ lint }) => lint),
  },
  {
    name: 'fmt',
    summary: 'formats in place',
    argument: { name: 'PATH', count: 'many', text: 'files or folders' },
    options: [
      { name: 'check', text: 'writes nothing, lists what is not formatted and exits 1' },
      { name: 'diff', text: 'writes nothing, shows what would change' },
      { name: 'stdin', text: 'formats stdin to stdout' },
    ],
    examples: ['oncall fmt', 'oncall fmt --check', 'oncall fmt --stdin < main.oncall'],
    load: () => import('../commands/fmt.ts').then(({ fmt }) => fmt),
  },
  {
    name: 'test',
    summary: 'runs the tests of a project',
    argument: {
      name: 'PATH',
      count: 'many',
      text: 'files or folders; all tests of the project of each are run',
    },
    options: [
      { name: 'filter', value: 'TEXT', text: 'only tests with this in their title' },
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['pretty', 'json', 'junit', 'tap'],
        text: 'pretty, json, junit or tap',
      },
      { name: 'coverage', text: 'tells which plans, stages and schedules no test reaches' },
      {
        name: 'coverage-threshold',
        value: 'N',
        text: 'exits 1 when less than N percent of the stages of plans are reached',
      },
    ],
    examples: [
      'oncall test',
      'oncall test --filter director',
      'oncall test --coverage',
      'oncall test --format junit --coverage-threshold 80',
    ],
    load: () => import('../commands/test.ts').then(({ test }) => test),
  },
  {
    name: 'who',
    summary: 'tells who is on call now and next',
    subject: { name: '@SCHEDULE', count: 'many', text: 'schedules; all where none is named' },
    argument: { name: 'PATH', count: 'optional', text: 'a file or folder of the project' },
    options: [
      { name: 'at', value: 'TIME', text: `not now but then, ${time}` },
      { name: 'format', value: 'FORMAT', choices: ['table', 'json'], text: 'table or json' },
    ],
    examples: ['oncall who', 'oncall who @sre-oncall --at 2026-03-02T03:00'],
    load: () => import('../commands/who.ts').then(({ who }) => who),
  },
  {
    name: 'shifts',
    summary: 'shows who is on call when',
    subject: { name: '@NAME', count: 'one', text: 'a rotation or a schedule' },
    argument: { name: 'PATH', count: 'optional', text: 'a file or folder of the project' },
    options: [
      { name: 'from', value: 'TIME', text: `shows shifts that meet the time from this, ${time}` },
      { name: 'to', value: 'TIME', text: 'until before this' },
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['table', 'json', 'ics', 'svg'],
        text: 'table, json, ics (for calendars) or svg (a picture of up to 54 weeks)',
      },
    ],
    examples: [
      'oncall shifts @primary --from 2026-01-05 --to 2026-02-02',
      'oncall shifts schedule/sre --from 2026-01-05T14:00:00Z --to 2026-01-06',
      'oncall shifts @primary --from 2026-01-01 --to 2027-01-01 --format ics > primary.ics',
    ],
    load: () => import('../commands/shifts.ts').then(({ shifts }) => shifts),
  },
  {
    name: 'simulate',
    summary: 'shows who is paged when, by what',
    subject: { name: '@PLAN', count: 'one', text: 'a plan, or a schedule or contact' },
    argument: { name: 'PATH', count: 'optional', text: 'a file or folder of the project' },
    options: [
      { name: 'at', value: 'TIME', text: `when it is paged, ${time}` },
      {
        name: 'zone',
        value: 'ZONE',
        text: 'whose clocks are meant and shown; that of its rotations where they have one',
      },
      {
        name: 'ack',
        value: '@CONTACT=7m',
        repeatable: true,
        text: 'who acknowledges, so long after the page',
      },
      { name: 'nobody-answers', text: 'leaves all --ack out' },
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['table', 'json', 'svg', 'mermaid'],
        text: 'table, json, svg (a picture) or mermaid (a sequence diagram)',
      },
    ],
    examples: [
      'oncall simulate @sre --at 2026-03-02T03:00',
      'oncall simulate @sre --at 2026-03-02T03:00 --zone Asia/Tokyo --ack @bob=7m',
      'oncall simulate @sre --at 2026-03-02T03:00 --format svg > sre.svg',
    ],
    load: () => import('../commands/simulate.ts').then(({ simulate }) => simulate),
  },
  {
    name: 'coverage',
    summary: 'tells gaps, overlaps and the load of each person',
    subject: { name: '@SCHEDULE', count: 'many', text: 'schedules; all where none is named' },
    argument: { name: 'PATH', count: 'optional', text: 'a file or folder of the project' },
    options: [
      { name: 'from', value: 'TIME', text: `from this instead of now, ${time}` },
      { name: 'to', value: 'TIME', text: 'until this instead of the end of the whole cycle' },
      { name: 'format', value: 'FORMAT', choices: ['table', 'json'], text: 'table or json' },
    ],
    examples: [
      'oncall coverage',
      'oncall coverage @sre-oncall --from 2026-01-01 --to 2027-01-01 --format json',
    ],
    load: () => import('../commands/coverage.ts').then(({ coverage }) => coverage),
  },
  {
    name: 'compile',
    summary: 'prints the requests of a project as JSON, addresses included',
    argument: { name: 'PATH', count: 'optional', text: 'a file or folder of the project' },
    options: [
      { name: 'account', value: 'ID', text: 'account, where the project names none' },
      { name: 'region', value: 'REGION', text: 'Region, where the project names none' },
      ...variables,
    ],
    examples: ['oncall compile', 'oncall compile --account 111122223333 --region us-east-2'],
    load: () => import('../commands/compile.ts').then(({ compile }) => compile),
  },
  {
    name: 'plan',
    summary: 'shows what apply would change, and whose shifts',
    argument: { name: 'PATH', count: 'optional', text: 'a file or folder of the project' },
    options: [
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['pretty', 'json', 'markdown'],
        text: 'pretty, json or markdown (for a comment on a pull request)',
      },
      { name: 'json', text: 'as --format json' },
      { name: 'detailed-exitcode', text: 'exits 2 where there are changes' },
      impact,
      { name: 'max-impact', value: 'N', text: 'exits 1 when more shifts change hands' },
      ...target,
      ...variables,
    ],
    examples: [
      'oncall plan',
      'oncall plan --local',
      'oncall plan --detailed-exitcode --json',
      'oncall plan --format markdown > plan.md',
      'oncall plan --max-impact 0 --impact-days 7',
    ],
    load: () => import('../commands/plan.ts').then(({ plan }) => plan),
  },
  {
    name: 'apply',
    summary: 'makes the account as the files say, after asking',
    argument: { name: 'PATH', count: 'optional', text: 'a file or folder of the project' },
    options: [{ name: 'yes', text: 'does not ask' }, impact, ...target, ...variables],
    examples: ['oncall apply', 'oncall apply --local', 'oncall apply --yes --profile production'],
    load: () => import('../commands/apply.ts').then(({ apply }) => apply),
  },
  {
    name: 'verify',
    summary: 'holds who is on call against the answers of AWS',
    subject: { name: '@ROTATION', count: 'many', text: 'rotations; all where none is named' },
    argument: { name: 'PATH', count: 'optional', text: 'a file or folder of the project' },
    options: [
      { name: 'from', value: 'TIME', text: `from this instead of now, ${time}` },
      { name: 'to', value: 'TIME', text: 'until this instead of 30 days later' },
      { name: 'format', value: 'FORMAT', choices: ['table', 'json'], text: 'table or json' },
      ...target.filter(({ name }) => name !== 'adopt'),
      ...variables,
    ],
    examples: ['oncall verify', 'oncall verify @primary --from 2026-01-01 --to 2027-01-01'],
    load: () => import('../commands/verify.ts').then(({ verify }) => verify),
  },
  {
    name: 'explain',
    summary: 'explains the code of a diagnostic',
    argument: { name: 'CODE', count: 'one', text: 'a code, as lint prints it' },
    options: [],
    examples: ['oncall explain dangling-contact'],
    load: () => import('../commands/explain.ts').then(({ explain }) => explain),
  },
  {
    name: 'init',
    summary: 'begins a small project',
    argument: {
      name: 'DIR',
      count: 'optional',
      text: 'folder of the project; made where it is missing',
    },
    options: [],
    examples: ['oncall init', 'oncall init on-call'],
    load: () => import('../commands/init.ts').then(({ init }) => init),
  },
  {
    name: 'lsp',
    summary: 'serves an editor over stdin and stdout',
    options: [
      { name: 'stdio', text: 'as it does anyway' },
      { name: 'clientProcessId', value: 'ID', text: 'process of the editor, with which it ends' },
    ],
    examples: ['oncall lsp'],
    load: () => import('../commands/lsp.ts').then(({ lsp }) => lsp),
  },
  {
    name: 'local-service',
    summary: 'serves the ssm-contacts API on this machine',
    options: [
      { name: 'port', value: 'P', text: 'port; any free one where not given' },
      { name: 'data', value: 'DIR', text: 'folder of its state; in memory where not given' },
      { name: 'account', value: 'ID', text: 'account that it serves as (111122223333)' },
      { name: 'region', value: 'REGION', text: 'Region that it serves as (us-east-1)' },
    ],
    examples: ['oncall local-service --port 4580 --data .oncall/local'],
    load: () => import('../commands/local-service.ts').then(({ localService }) => localService),
  },
];
