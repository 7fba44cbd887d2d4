import { describe, expect, it } from 'vitest';
import { catalogue, codes } from '../../src/diagnostics/catalogue.ts';

const warnings = [
  'time-does-not-exist',
  'time-is-ambiguous',
  'unused-contact',
  'ignore-without-reason',
  'unknown-code',
  'unused-ignore',
];

it('warns of what may be meant; all else is an error', () => {
  const found = codes.filter((code) => catalogue[code].severity !== 'error');
  expect(found).toEqual(warnings);
  expect(found.map((code) => catalogue[code].severity)).toEqual(warnings.map(() => 'warning'));
});

it('names codes in words of small letters', () => {
  expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
});

/** What any message may be made of. */
const parameters = {
  alias: 'X',
  block: 'a plan',
  characters: ';',
  code: 'unused-contact',
  contact: 'alice',
  count: 31,
  example: '5m',
  expected: 'stage',
  found: 'stge',
  item: 'alias',
  kind: 'contact',
  meant: 'duration',
  members: 1,
  minutes: 45,
  missing: 'zone',
  name: 'alice',
  nearest: undefined,
  onCall: 2,
  range: '1 to 31',
  reachedBy: 'Plan sre',
  subject: 'This',
  taken: '2026-03-08T03:30-04:00',
  wanted: 'a contact',
  written: '45',
  zone: 'UTC',
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
