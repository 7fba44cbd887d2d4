import type { CommandSpec } from '../command.ts';

/** What helps a person, a shell, an editor or another tool. */
export const helping: readonly CommandSpec[] = [
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
    load: () => import('../../commands/explain.ts').then(({ explain }) => explain),
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
    load: () => import('../../commands/init.ts').then(({ init }) => init),
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
    load: () => import('../../commands/completion.ts').then(({ completion }) => completion),
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
    load: () => import('../../commands/complete.ts').then(({ complete }) => complete),
  },
  {
    name: 'manual',
    summary: 'writes the manual pages',
    about: 'The build calls it.',
    hidden: true,
    argument: { name: 'DIR', count: 'one', completes: 'folders', text: 'folder to write them in' },
    options: [],
    examples: ['oncall manual man/man1'],
    load: () => import('../../commands/manual.ts').then(({ manual }) => manual),
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
    load: () => import('../../commands/lsp.ts').then(({ lsp }) => lsp),
  },
  {
    name: 'local-service',
    summary: 'serves the ssm-contacts API on this machine',
    about:
      'Any AWS tool can be pointed at it. It does what AWS documents, but what it would send to ' +
      'people stays in its outbox. It ends on Ctrl-C.',
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
      { name: 'host', value: 'HOST', text: 'address that it listens on (127.0.0.1)' },
      {
        name: 'clock',
        value: 'INSTANT',
        text: 'where its clock stands until it is moved; the real one where not given',
      },
      {
        name: 'credentials',
        value: 'ID:SECRET',
        text: 'refuses requests that are not signed with these',
      },
      {
        name: 'fault',
        value: 'KIND=SHARE,…',
        text: 'lets that share of calls fail; see docs/local-service.md',
      },
    ],
    examples: [
      'oncall local-service --port 4580 --data .oncall/local',
      'oncall local-service --fault throttle=0.2,reset=0.02,seed=7',
    ],
    load: () => import('../../commands/local-service.ts').then(({ localService }) => localService),
  },
];
