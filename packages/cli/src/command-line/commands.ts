import type { CommandSpec } from './command.ts';
import { formats, impact, oneProject, target, time, variables } from './shared-options.ts';

/** Every command, in the order of help. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'lint',
    summary: 'tells everything that is wrong',
    about:
      'A project is checked as a whole, whatever of it is named, since a change in one file ' +
      'breaks another. Each diagnostic has a code, its place, what is wrong and what to do; ' +
      'oncall explain CODE tells more. Errors are exit 1, warnings are not unless ' +
      '--max-warnings says so.',
    argument: {
      name: 'PATH',
      count: 'many',
      completes: 'files',
      text: 'files or folders; the whole project of each is checked',
    },
    options: [
      ...formats(['pretty', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle']),
      { name: 'fix', text: 'mends what is certain, and formats what that changes' },
      { name: 'dry-run', text: 'with --fix: writes nothing, and exits 1 where it would' },
      { name: 'diff', text: 'with --fix: shows what changes' },
      { name: 'max-warnings', value: 'N', text: 'exits 1 when there are more warnings' },
      {
        name: 'rule',
        value: 'CODE=LEVEL',
        repeatable: true,
        completes: 'codes',
        suffixes: ['=off', '=warning', '=error'],
        text: 'tells a warning as error or warning, or not at all: off',
      },
      {
        name: 'only',
        value: 'CODE',
        repeatable: true,
        completes: 'codes',
        text: 'tells this, and nothing else',
      },
      {
        name: 'since',
        value: 'REV',
        text: 'tells what lies in lines changed since this revision of git',
      },
      { name: 'write-baseline', text: 'takes the warnings of today for old, not to be told' },
      { name: 'watch', text: 'checks again whenever a file changes' },
      { name: 'stdin', text: 'reads the text of a file from stdin' },
      {
        name: 'stdin-filename',
        value: 'F',
        completes: 'files',
        text: 'the file of the project that stdin stands for',
      },
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
    about:
      'There is one form and there are no options for it. A file with a syntax error is ' +
      'left alone and told, the others are formatted. Comments stay where they are, and so ' +
      'does what the file means.',
    argument: { name: 'PATH', count: 'many', completes: 'files', text: 'files or folders' },
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
    about:
      'A test in the files says who is to be paged when something happens, and who is not. ' +
      'Each is simulated; one that fails shows the timeline of its page and where it ' +
      'differs. A test that fails is exit 1.',
    argument: {
      name: 'PATH',
      count: 'many',
      completes: 'files',
      text: 'files or folders; all tests of the project of each are run',
    },
    options: [
      { name: 'filter', value: 'TEXT', text: 'only tests with this in their title' },
      ...formats(['pretty', 'json', 'junit', 'tap']),
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
    about:
      'Tells for each schedule who is on call at the time asked for, until when, and who ' +
      'comes next. It is worked out from the files, not asked of AWS: oncall verify does ' +
      'that.',
    subject: {
      name: '@SCHEDULE',
      count: 'many',
      completes: { names: ['schedule'] },
      text: 'schedules; all where none is named',
    },
    argument: oneProject,
    options: [
      { name: 'at', value: 'TIME', text: `not now but then, ${time}` },
      ...formats(['table', 'json']),
    ],
    examples: ['oncall who', 'oncall who @sre-oncall --at 2026-03-02T03:00'],
    load: () => import('../commands/who.ts').then(({ who }) => who),
  },
  {
    name: 'shifts',
    summary: 'shows who is on call when',
    about:
      'Lists the shifts of a rotation, or of all rotations of a schedule, overrides ' +
      "included. Times without an offset are those of the rotation's zone.",
    subject: {
      name: '@NAME',
      count: 'one',
      completes: { names: ['rotation', 'schedule'] },
      text: 'a rotation or a schedule',
    },
    argument: oneProject,
    options: [
      { name: 'from', value: 'TIME', text: `shows shifts that meet the time from this, ${time}` },
      { name: 'to', value: 'TIME', text: 'until before this' },
      ...formats(
        ['table', 'json', 'ics', 'svg'],
        ' (ics: for calendars; svg: a picture of up to 54 weeks)',
      ),
    ],
    examples: [
      'oncall shifts @primary --from 2026-01-05 --to 2026-02-02',
      'oncall shifts schedule/sre --from 2026-01-05T14:00:00Z --to 2026-01-06',
      'oncall shifts @sre --from 2026-01-01 --to 2027-01-01 --format ics > sre.ics',
    ],
    load: () => import('../commands/shifts.ts').then(({ shifts }) => shifts),
  },
  {
    name: 'simulate',
    summary: 'shows who is paged when, by what',
    about:
      'Pages a plan, a schedule or a contact, and shows what happens minute by minute until ' +
      "the last stage is over or somebody's answer stops it. Nobody is paged in truth.",
    subject: {
      name: '@PLAN',
      count: 'one',
      completes: { names: ['plan', 'schedule', 'contact'] },
      text: 'a plan, or a schedule or contact',
    },
    argument: oneProject,
    options: [
      { name: 'at', value: 'TIME', text: `when it is paged, ${time}` },
      {
        name: 'zone',
        value: 'ZONE',
        completes: 'zones',
        text: 'whose clocks are meant and shown; that of its rotations where they have one',
      },
      {
        name: 'ack',
        value: '@CONTACT=7m',
        repeatable: true,
        completes: { names: ['contact', 'extern'] },
        suffixes: ['=5m'],
        text: 'who acknowledges, so long after the page',
      },
      { name: 'nobody-answers', text: 'leaves all --ack out' },
      ...formats(
        ['table', 'json', 'svg', 'mermaid'],
        ' (svg: a picture; mermaid: a sequence diagram)',
      ),
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
    about:
      'Tells for each schedule when nobody is on call, when one person is so twice, and how ' +
      'many hours, nights and weekends each person carries. Without --to it looks at one ' +
      'whole cycle of the rotations.',
    subject: {
      name: '@SCHEDULE',
      count: 'many',
      completes: { names: ['schedule'] },
      text: 'schedules; all where none is named',
    },
    argument: oneProject,
    options: [
      { name: 'from', value: 'TIME', text: `from this instead of now, ${time}` },
      { name: 'to', value: 'TIME', text: 'until this instead of the end of the whole cycle' },
      ...formats(['table', 'json']),
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
    load: () => import('../commands/compile.ts').then(({ compile }) => compile),
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
    about:
      'Shows the plan, asks for a typed yes, and makes the calls one after another in an ' +
      'order that is safe: what pages people comes before what refers to it, deletions come ' +
      'last. It stops at the first failure; run it again, and it goes on from there. ' +
      'Without a terminal it needs --yes.',
    argument: oneProject,
    options: [{ name: 'yes', text: 'does not ask' }, impact, ...target, ...variables],
    examples: ['oncall apply', 'oncall apply --local', 'oncall apply --yes --profile production'],
    load: () => import('../commands/apply.ts').then(({ apply }) => apply),
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
      ...target.filter(({ name }) => name !== 'adopt'),
      ...variables,
    ],
    examples: ['oncall verify', 'oncall verify @primary --from 2026-01-01 --to 2027-01-01'],
    load: () => import('../commands/verify.ts').then(({ verify }) => verify),
  },
  {
    name: 'explain',
    summary: 'explains the code of a diagnostic',
    about:
      'Prints the page of one diagnostic: what it means, why it matters, a wrong and a ' +
      'right example.',
    argument: {
      name: 'CODE',
      count: 'one',
      completes: 'codes',
      text: 'a code, as lint prints it',
    },
    options: [],
    examples: ['oncall explain dangling-contact'],
    load: () => import('../commands/explain.ts').then(({ explain }) => explain),
  },
  {
    name: 'init',
    summary: 'begins a small project',
    about:
      'Writes a project of two people, a rotation, a schedule, a plan and a test, which is ' +
      'clean and can be tried with --local at once. Nothing is overwritten.',
    argument: {
      name: 'DIR',
      count: 'optional',
      completes: 'folders',
      text: 'folder of the project; made where it is missing',
    },
    options: [],
    examples: ['oncall init', 'oncall init on-call'],
    load: () => import('../commands/init.ts').then(({ init }) => init),
  },
  {
    name: 'completion',
    summary: 'prints what a shell needs to complete commands',
    about:
      'Completes commands, options, their values, codes, time zones, files, and the names of the ' +
      'project in the working folder. Where to put it is said in its first lines.',
    argument: {
      name: 'SHELL',
      count: 'one',
      choices: ['bash', 'zsh', 'fish', 'powershell'],
      text: 'bash, zsh, fish or powershell',
    },
    options: [],
    examples: [
      'oncall completion bash > ~/.local/share/bash-completion/completions/oncall',
      'oncall completion zsh > ~/.zfunc/_oncall',
      'oncall completion fish > ~/.config/fish/completions/oncall.fish',
      'oncall completion powershell >> $PROFILE',
    ],
    load: () => import('../commands/completion.ts').then(({ completion }) => completion),
  },
  {
    name: 'complete',
    summary: 'tells a shell what may stand at the cursor',
    about: 'The scripts of oncall completion call it.',
    hidden: true,
    argument: { name: 'WORD', count: 'many', text: 'the words before the cursor' },
    options: [
      {
        name: 'current',
        value: 'TEXT',
        valueOptional: true,
        text: 'what stands at the cursor, --current=TEXT',
      },
    ],
    examples: ['oncall complete --current=@ -- simulate'],
    load: () => import('../commands/complete.ts').then(({ complete }) => complete),
  },
  {
    name: 'manual',
    summary: 'writes the manual pages',
    about: 'The build calls it.',
    hidden: true,
    argument: { name: 'DIR', count: 'one', completes: 'folders', text: 'folder to write them in' },
    options: [],
    examples: ['oncall manual man/man1'],
    load: () => import('../commands/manual.ts').then(({ manual }) => manual),
  },
  {
    name: 'lsp',
    summary: 'serves an editor over stdin and stdout',
    about: 'Editors start this themselves; docs/editors.md tells how to set each of them up.',
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
    about:
      'Any AWS tool can be pointed at it. It keeps contacts, plans, rotations and schedules ' +
      'as AWS documents them, pages nobody, and ends on Ctrl-C.',
    options: [
      { name: 'port', value: 'P', text: 'port; any free one where not given' },
      {
        name: 'data',
        value: 'DIR',
        completes: 'folders',
        text: 'folder of its state; in memory where not given',
      },
      { name: 'account', value: 'ID', text: 'account that it serves as (111122223333)' },
      { name: 'region', value: 'REGION', text: 'Region that it serves as (us-east-1)' },
    ],
    examples: ['oncall local-service --port 4580 --data .oncall/local'],
    load: () => import('../commands/local-service.ts').then(({ localService }) => localService),
  },
];
