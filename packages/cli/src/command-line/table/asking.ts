import type { ArgumentSpec, CommandSpec } from '../command.ts';
import { formats, oneProject, time } from '../shared-options.ts';

const schedules: ArgumentSpec = {
  name: '@SCHEDULE',
  count: 'many',
  completes: { names: ['schedule'] },
  text: 'schedules; all where none is named',
};

/** Who is on call, and who would be paged. */
export const asking: readonly CommandSpec[] = [
  {
    name: 'who',
    summary: 'tells who is on call now and next',
    about:
      'Tells for each schedule who is on call at the time asked for, until when, and who ' +
      'comes next. It is worked out from the files, not asked of AWS: oncall verify does ' +
      'that.',
    subject: schedules,
    argument: oneProject,
    options: [
      { name: 'at', value: 'TIME', text: `not now but then, ${time}` },
      ...formats(['table', 'json']),
    ],
    examples: ['oncall who', 'oncall who @sre-oncall --at 2026-03-02T03:00'],
    load: () => import('../../commands/who.ts').then(({ who }) => who),
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
    load: () => import('../../commands/shifts.ts').then(({ shifts }) => shifts),
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
    load: () => import('../../commands/simulate.ts').then(({ simulate }) => simulate),
  },
  {
    name: 'coverage',
    summary: 'tells gaps, overlaps and the load of each person',
    about:
      'Tells for each schedule when nobody is on call, when one person is so twice, and how ' +
      'many hours, nights and weekends each person carries. Without --to it looks at one ' +
      'whole cycle of the rotations.',
    subject: schedules,
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
    load: () => import('../../commands/coverage.ts').then(({ coverage }) => coverage),
  },
];
