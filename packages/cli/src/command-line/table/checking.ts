import type { CommandSpec } from '../command.ts';
import { formats } from '../shared-options.ts';

/** What is written: looked at, formatted and tried. */
export const checking: readonly CommandSpec[] = [
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
        completes: 'changeable codes',
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
    load: () => import('../../commands/lint.ts').then(({ lint }) => lint),
  },
  {
    name: 'fmt',
    summary: 'formats in place',
    about:
      'There is one form and there are no options for it. Names the files that it changed, ' +
      'one a line. A file with a syntax error is left alone and told, the others are ' +
      'formatted. Comments stay where they are, and so does what the file means.',
    argument: { name: 'PATH', count: 'many', completes: 'files', text: 'files or folders' },
    options: [
      { name: 'check', text: 'writes nothing, lists what is not formatted and exits 1' },
      { name: 'diff', text: 'writes nothing, shows what would change' },
      { name: 'stdin', text: 'formats stdin to stdout' },
      ...formats(['pretty', 'json']),
    ],
    examples: ['oncall fmt', 'oncall fmt --check', 'oncall fmt --stdin < main.oncall'],
    load: () => import('../../commands/fmt.ts').then(({ fmt }) => fmt),
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
    load: () => import('../../commands/test.ts').then(({ test }) => test),
  },
];
