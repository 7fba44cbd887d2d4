import type { CommandSpec } from '../command.ts';
import { formats, oneProject, target, variables } from '../shared-options.ts';

/** Whether people can be reached, by what is deployed. */
export const reaching: readonly CommandSpec[] = [
  {
    name: 'status',
    summary: 'tells who can be reached, by what, and who pages them',
    about:
      'Reads the account and tells of each person which channels are activated, whose turn it ' +
      'is, and which plans page them; what is not deployed yet is said so. Exits 1 where ' +
      "someone can't be reached who is on call now or next, or whom a plan names. It only " +
      'reads. Addresses are masked.',
    argument: oneProject,
    options: [...formats(['pretty', 'json']), ...target, ...variables],
    examples: ['oncall status', 'oncall status --local', 'oncall status --json'],
    load: () => import('../../commands/status.ts').then(({ status }) => status),
  },
  {
    name: 'activate',
    summary: 'gives AWS the codes it has sent to channels',
    about:
      'A channel is not used until the code that AWS sends to it is given back. Without a ' +
      'channel it tells what is not activated, and on a terminal asks for each code: r sends ' +
      'a new one, an empty answer skips. Exits 1 where some are left. Codes are never shown ' +
      'or logged.',
    subject: {
      name: '@CONTACT.CHANNEL',
      count: 'optional',
      completes: { names: ['contact'] },
      text: 'the channel that the code came to',
    },
    argument: {
      name: 'CODE|PATH',
      count: 'many',
      completes: 'files',
      text: 'the code, 6 to 10 digits; or a file or folder of the project',
    },
    options: [
      {
        name: 'resend',
        value: '@CONTACT.CHANNEL',
        completes: { names: ['contact'] },
        text: 'has a new code sent, and asks for none',
      },
      ...formats(['pretty', 'json'], ' (json: asks for nothing)'),
      ...target,
      ...variables,
    ],
    examples: [
      'oncall activate',
      'oncall activate @alice.phone 123456',
      'oncall activate --resend @alice.phone',
    ],
    load: () => import('../../commands/activate.ts').then(({ activate }) => activate),
  },
  {
    name: 'doctor',
    summary: 'tells whether all that apply needs is there and well',
    about:
      'Looks at credentials, Region, account, replication set, permissions, clock, versions and ' +
      'files, and tells of each what to do where it is not well. Of permissions it ' +
      'tries those that only read; the others it lists. It writes nothing, and exits 1 where ' +
      'something fails. Without a project it looks at the machine and the account alone.',
    argument: oneProject,
    options: [...formats(['pretty', 'json']), ...target, ...variables],
    examples: ['oncall doctor', 'oncall doctor --profile production', 'oncall doctor --json'],
    load: () => import('../../commands/doctor.ts').then(({ doctor }) => doctor),
  },
  {
    name: 'page',
    summary: 'a drill: shows who would be paged now, and pages them if told to',
    about:
      'Shows by the account as it is whom a plan would page now, channel by channel, and marks ' +
      'what AWS would leave out since it is not activated. It pages nobody, unless --send says ' +
      'so: then, once the alias was typed, it starts an engagement and tells what comes back, ' +
      'until somebody accepts or it is over. Ctrl-C only ends the watching.',
    subject: {
      name: '@PLAN',
      count: 'optional',
      completes: { names: ['plan', 'contact'] },
      text: 'a plan, or a contact',
    },
    argument: oneProject,
    options: [
      { name: 'dry-run', text: 'pages nobody, as it does anyway' },
      { name: 'send', text: 'pages people for real' },
      { name: 'subject', value: 'TEXT', text: 'with --send: what people are told, also by SMS' },
      { name: 'content', value: 'TEXT', text: 'with --send: more of it' },
      { name: 'yes', text: 'with --send: does not ask' },
      { name: 'stop', value: 'ARN', text: 'ends an engagement: nobody else is paged' },
      {
        name: 'state',
        value: 'STATE',
        choices: ['live', 'files'],
        text: 'told by the account (live), or by the files',
      },
      ...formats(['pretty', 'json']),
      ...target,
      ...variables,
    ],
    examples: [
      'oncall page @sre',
      'oncall page @sre --state files',
      'oncall page @sre --send --subject "On-call drill"',
      'oncall page --stop ARN',
    ],
    load: () => import('../../commands/page.ts').then(({ page }) => page),
  },
];
