import { describe, expect, it } from 'vitest';
import { catalogue, codes, codesOffUnlessSet } from '../../src/diagnostics/catalogue.ts';

const warnings = [
  'time-does-not-exist',
  'time-is-ambiguous',
  'unused-channel',
  'unused-contact',
  'unused-rotation',
  'unused-schedule',
  'unused-template',
  'trailing-wait',
  'duplicate-target',
  'no-essential-target',
  'unreachable-after-zero',
  'single-responder',
  'retry-never-happens',
  'late-channel',
  'email-first',
  'one-channel-type',
  'slow-escalation',
  'same-address',
  'coverage-gap',
  'starved-member',
  'same-person-twice',
  'mixed-zones',
  'hand-off-at-clock-change',
  'short-month-hand-off',
  'duplicate-member',
  'single-member',
  'past-override',
  'override-by-outsider',
  'ignore-without-reason',
  'unknown-code',
  'unused-ignore',
];
const infos = ['no-voice', 'literal-address', 'long-shift'];

it('warns of what may be meant, and tells what may be known; all else is an error', () => {
  const of = (severity: string) => codes.filter((code) => catalogue[code].severity === severity);
  expect(of('warning')).toEqual(warnings);
  expect(of('info')).toEqual(infos);
});

it('tells one code only where a project asks for it', () => {
  expect([...codesOffUnlessSet]).toEqual(['literal-address']);
});

it('names codes in words of small letters', () => {
  expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
});

/** What any message may be made of. */
const parameters = {
  after: '4h',
  alias: 'X',
  before: '5h',
  block: 'a plan',
  channel: 'phone',
  characters: ';',
  clocks: 'skip 02:30 on Sun 2027-03-14',
  code: 'unused-contact',
  contact: 'alice',
  count: 31,
  date: 'Sun 2026-03-08',
  days: 'day 31',
  end: 'Wed 2026-01-14 17:00',
  example: '5m',
  expected: 'stage',
  found: 'stge',
  gaps: 'Sat 2026-01-10 09:00 to 17:00',
  item: 'alias',
  kind: 'contact',
  length: '2w',
  meant: 'duration',
  member: 'alice',
  members: 1,
  minutes: 45,
  missing: 'zone',
  name: 'alice',
  nearest: undefined,
  next: '5m',
  onCall: 2,
  one: 'rotation primary',
  other: 'rotation backup',
  range: '1 to 31',
  reachedBy: 'Plan sre',
  retry: '5m',
  rotation: 'primary',
  share: '24 %',
  stage: '5m',
  subject: 'This',
  taken: '2026-03-08T03:30-04:00',
  type: 'email',
  wanted: 'a contact',
  who: 'Everyone in sre-oncall',
  when: 'Mon 2026-01-05 09:00 to 17:00 (UTC)',
  written: '45',
  zone: 'UTC',
  zones: 'America/New_York and Europe/London',
};

describe.each(codes)('%s', (code) => {
  const message = (catalogue[code].message as (all: object) => string)({
    ...parameters,
    why: 'is wrong. Mend it.',
  });

  it('says what is wrong and what to do, a sentence each', () => {
    expect(message).not.toMatch(/undefined|\[object|NaN/);
    expect(message).toMatch(/[.?]$/);
    const sentences = message.replaceAll('…', '').split(/[.?:](?: |$)/);
    expect(sentences.filter((each) => each !== '').length).toBeGreaterThanOrEqual(2);
  });

  it('fits a line or two', () => {
    expect(message.length).toBeLessThan(180);
    expect(message).not.toMatch(/[\r\n\t]/);
  });
});
