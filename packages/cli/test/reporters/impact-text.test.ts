import { readFileSync } from 'node:fs';
import { analyze, createSourceFile } from '@oncall/language';
import { impact } from '@oncall/simulator';
import { describe, expect, it } from 'vitest';
import type { PeopleImpact } from '../../src/deployment/people-impact.ts';
import { impactText } from '../../src/reporters/impact-text.ts';
import { paintWith } from '../../src/terminal/paint.ts';

const now = Date.UTC(2026, 0, 13, 12) / 1000;

function rulesOf(...items: readonly string[]) {
  const rotations = items.map((it, index) => {
    return `rotation r${index} < zone "America/New_York" start 2026-01-05T09:00 ${it} >`;
  });
  const names = new Set([...items.join(' ').matchAll(/@([a-z]+)/g)].map(([, name]) => name));
  const externs = [...names].map((name) => {
    return `extern contact ${name} "arn:aws:ssm-contacts:us-east-2:111122223333:contact/${name}"`;
  });
  const refs = items.map((_, index) => `rotation @r${index}`);
  const schedule = items.length === 0 ? '' : `schedule s < ${refs.join(' ')} >`;
  const text = [...rotations, ...externs, schedule].join('\n');
  return analyze([createSourceFile('main.oncall', text)]).model;
}

function told(before: readonly string[], after: readonly string[], days = 30, colour = false) {
  const found: PeopleImpact = {
    ...impact(rulesOf(...before), rulesOf(...after), now, days),
    days,
    hasRotations: before.length + after.length > 0,
  };
  return impactText(found, paintWith(colour));
}

describe('impactText', () => {
  it('says nothing where there is no rotation, and so where none changes', () => {
    expect(told([], [])).toBe('');
    const same = ['members @a @b weekly mon 09:00'];
    expect(told(same, same)).toBe(
      'Impact on people, an estimate: no shift changes hands in the next 30 days.\n',
    );
  });

  it('names the person first, and each shift where there are few', () => {
    const before = ['members @a @b weekly mon 09:00'];
    const after = ['members @a @b @c weekly mon 09:00'];
    expect(told(before, after, 21)).toBe(
      [
        'Impact on people, an estimate: 3 shifts change hands in the next 21 days.',
        '',
        'rotation r0, America/New_York',
        '  a loses 2 shifts, gains 1',
        '    to c    Mon 2026-01-19 09:00  Mon 2026-01-26 09:00  1w',
        '    to b    Mon 2026-02-02 09:00  and on',
        '    from b  Mon 2026-01-26 09:00  Mon 2026-02-02 09:00  1w',
        '  b loses 1 shift, gains 1',
        '    to a    Mon 2026-01-26 09:00  Mon 2026-02-02 09:00  1w',
        '    from a  Mon 2026-02-02 09:00  and on',
        '  c gains 1 shift',
        '    from a  Mon 2026-01-19 09:00  Mon 2026-01-26 09:00  1w',
        '',
      ].join('\n'),
    );
  });

  it('is as docs/time.md shows it', () => {
    const before = ['members @bob @alice weekly mon 09:00'];
    const after = ['members @alice @bob @carol weekly mon 09:00'];
    const text = told(before, after)
      .replaceAll('r0', 'primary')
      .replace('schedule s', 'schedule sre');
    const path = new URL('../../../../docs/time.md', import.meta.url);
    expect(readFileSync(path, 'utf8')).toContain(text);
  });

  it('folds the many shifts of a person, those with the same others into one line', () => {
    const text = told(['members @a @b daily 09:00'], ['members @b @c daily 09:00']);
    expect(text).toBe(
      [
        'Impact on people, an estimate: 31 shifts change hands in the next 30 days.',
        '! WARNING: on call at this moment will be c instead of b (rotation r0, schedule s)',
        '',
        'rotation r0, America/New_York',
        '  a loses 15 shifts',
        '    to b    15 shifts, 2w1d: Tue 2026-01-13, Thu 2026-01-15, Sat 2026-01-17, … Tue 2026-02-10',
        '  b loses 16 shifts, gains 15',
        '    to c    16 shifts, 2w1d: now, Wed 2026-01-14, Fri 2026-01-16, … Wed 2026-02-11',
        '    from a  15 shifts, 2w1d: Tue 2026-01-13, Thu 2026-01-15, Sat 2026-01-17, … Tue 2026-02-10',
        '  c gains 16 shifts',
        '    from b  16 shifts, 2w1d: now, Wed 2026-01-14, Fri 2026-01-16, … Wed 2026-02-11',
        '',
      ].join('\n'),
    );
  });

  it('tells who stays, who is alone, and NOBODY in plain sight', () => {
    const both = ['members @a @b on-call 2 daily 09:00'];
    const one = ['members @a daily 09:00'];
    const none = ['members @a daily 09:00 override 2026-01-13T00:00..2026-02-20T00:00 < >'];
    expect(told(both, one, 1)).toContain('\n  b loses 2 shifts\n    left to a  now ');
    expect(told(one, both, 1)).toContain('\n  b gains 2 shifts\n    beside a  now ');
    const gone = told(one, none, 1, true);
    expect(gone).toContain(
      '\u001b[31m! WARNING: on call at this moment will be NOBODY instead of a (rotation r0, schedule s)\u001b[0m\n',
    );
    expect(gone).toContain('    \u001b[31mto NOBODY\u001b[0m  now ');
    expect(told(none, one, 1)).toContain('\n  From now on call: a (rotation r0, schedule s)\n');
    expect(told(none, one, 1)).toContain('\n    from nobody  now ');
  });
});
