import { describe, expect, it } from 'vitest';
import { impact } from '../src/impact.ts';
import { at, externsOf, modelOf, shown } from './projects.ts';

const project = (...items: readonly string[]) => {
  const rotations = items.map(
    (it, index) => `rotation r${index} < zone "UTC" start 2026-01-05T09:00 ${it} >`,
  );
  const refs = items.map((_, index) => `rotation @r${index}`).join(' ');
  const text = `${rotations.join('\n')}\nschedule s < ${refs} >\n`;
  return modelOf(text + externsOf(items.join(' ')));
};

const now = at('2026-01-13T12:00Z');

function picture(before: string, after: string, days = 30) {
  const found = impact(project(before), project(after), now, days);
  return found.rotations.flatMap(({ changes }) =>
    changes.map(({ contact, kind, start, end }) => {
      return `${contact} ${kind} ${shown('UTC', start).slice(0, 20)} .. ${shown('UTC', end).slice(0, 20)}`;
    }),
  );
}

const two = 'members @a @b weekly mon 09:00';

describe('impact', () => {
  it('of nothing is nothing', () => {
    expect(impact(project(two), project(two), now, 30)).toEqual({
      rotations: [],
      schedules: [],
      changed: 0,
    });
  });

  it('of a member added tells whose shifts move', () => {
    expect(picture(two, 'members @a @b @c weekly mon 09:00', 28)).toEqual([
      'a lost mon 2026-01-19 09:00 .. mon 2026-01-26 09:00',
      'c gained mon 2026-01-19 09:00 .. mon 2026-01-26 09:00',
      'b lost mon 2026-01-26 09:00 .. mon 2026-02-02 09:00',
      'a gained mon 2026-01-26 09:00 .. mon 2026-02-02 09:00',
      'a lost mon 2026-02-02 09:00 .. mon 2026-02-09 09:00',
      'b gained mon 2026-02-02 09:00 .. mon 2026-02-09 09:00',
      'b lost mon 2026-02-09 09:00 .. tue 2026-02-10 12:00',
      'c gained mon 2026-02-09 09:00 .. tue 2026-02-10 12:00',
    ]);
  });

  it('of an override is what it takes and gives', () => {
    expect(picture(two, `${two} override 2026-01-20T10:00..2026-01-20T12:00 < @x >`)).toEqual([
      'a lost tue 2026-01-20 10:00 .. tue 2026-01-20 12:00',
      'x gained tue 2026-01-20 10:00 .. tue 2026-01-20 12:00',
    ]);
  });

  it('tells who is replaced at this moment, by rotation and by schedule', () => {
    const after = 'members @b @a weekly mon 09:00';
    const { rotations, schedules, changed } = impact(project(two), project(after), now, 7);
    const replaced = { before: ['b'], after: ['a'] };
    expect(rotations).toMatchObject([
      { rotation: 'r0', zone: 'UTC', now: { name: 'r0', ...replaced } },
    ]);
    expect(schedules).toEqual([{ name: 's', ...replaced }]);
    expect(changed).toBe(4);
  });

  it('of a hand-off moved does not count who stays', () => {
    expect(picture('members @a weekly mon 09:00', 'members @a weekly tue 10:00')).toEqual([]);
  });

  it('of a rotation that goes or comes is all its shifts', () => {
    const office = 'members @x weekly mon 09:00 cover wed 09:00..10:00';
    const gone = impact(project(two, office), project(two), now, 14);
    expect(gone.rotations).toMatchObject([
      { rotation: 'r1', changes: [{ contact: 'x', kind: 'lost' }, { kind: 'lost' }] },
    ]);
    expect(gone.schedules).toEqual([]);
    const come = impact(project(two), project(two, office), now, 14);
    expect(come.rotations[0]?.changes.map(({ kind }) => kind)).toEqual(['gained', 'gained']);
  });
});
