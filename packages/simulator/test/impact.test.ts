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
    changes.map(({ before, after, start, end }) => {
      const people = `${before.join('+') || '-'} > ${after.join('+') || '-'}`;
      return `${people} ${shown('UTC', start).slice(0, 20)} .. ${shown('UTC', end).slice(0, 20)}`;
    }),
  );
}

const two = 'members @a @b weekly mon 09:00';

describe('impact', () => {
  it('of nothing is nothing', () => {
    expect(impact(project(two), project(two), now, 30)).toEqual({
      start: now,
      end: now + 30 * 86_400,
      rotations: [],
      schedules: [],
      changed: 0,
    });
  });

  it('of a member added tells whose shifts move, each once', () => {
    expect(picture(two, 'members @a @b @c weekly mon 09:00', 28)).toEqual([
      'a > c mon 2026-01-19 09:00 .. mon 2026-01-26 09:00',
      'b > a mon 2026-01-26 09:00 .. mon 2026-02-02 09:00',
      'a > b mon 2026-02-02 09:00 .. mon 2026-02-09 09:00',
      'b > c mon 2026-02-09 09:00 .. tue 2026-02-10 12:00',
    ]);
  });

  it('of an override is what it takes and gives', () => {
    expect(picture(two, `${two} override 2026-01-20T10:00..2026-01-20T12:00 < @x >`)).toEqual([
      'a > x tue 2026-01-20 10:00 .. tue 2026-01-20 12:00',
    ]);
    expect(picture(two, `${two} override 2026-01-20T10:00..2026-01-20T12:00 < >`)).toEqual([
      'a > - tue 2026-01-20 10:00 .. tue 2026-01-20 12:00',
    ]);
  });

  it('counts shifts as they will be, and parts one where others were on call before', () => {
    const daily = 'members @a daily 09:00';
    expect(picture(daily, 'members @b weekly mon 09:00', 14)).toEqual([
      'a > b tue 2026-01-13 12:00 .. mon 2026-01-19 09:00',
      'a > b mon 2026-01-19 09:00 .. mon 2026-01-26 09:00',
      'a > b mon 2026-01-26 09:00 .. tue 2026-01-27 12:00',
    ]);
    expect(picture(daily, 'members @b daily 10:00', 2)).toHaveLength(3);
    expect(picture('members @a @b daily 09:00', 'members @c weekly mon 09:00', 2)).toEqual([
      'a > c tue 2026-01-13 12:00 .. wed 2026-01-14 09:00',
      'b > c wed 2026-01-14 09:00 .. thu 2026-01-15 09:00',
      'a > c thu 2026-01-15 09:00 .. thu 2026-01-15 12:00',
    ]);
  });

  it('of a hand-off moved is the hour in between', () => {
    const noon = 'members @a @b daily 12:30';
    expect(picture(noon, 'members @a @b daily 13:30', 2)).toEqual([
      'b > a tue 2026-01-13 12:30 .. tue 2026-01-13 13:30',
      'a > b wed 2026-01-14 12:30 .. wed 2026-01-14 13:30',
    ]);
  });

  it('of several on call at once is one for all who come and go', () => {
    const both = 'members @a @b @c @d on-call 2 daily 09:00';
    const after = 'members @a @x @c @d on-call 2 daily 09:00';
    const { rotations } = impact(project(both), project(after), now, 3);
    const [first, ...more] = rotations[0]?.changes ?? [];
    expect(first).toMatchObject({
      before: ['a', 'b'],
      after: ['a', 'x'],
      lose: ['b'],
      gain: ['x'],
    });
    expect(more).toHaveLength(1);
  });

  it('of coverage taken away counts the shifts that were', () => {
    const after = 'members @a @b daily 09:00 cover mon..sun 09:00..17:00';
    expect(picture('members @a @b daily 09:00', after, 2)).toEqual([
      'a > - tue 2026-01-13 17:00 .. wed 2026-01-14 09:00',
      'b > - wed 2026-01-14 17:00 .. thu 2026-01-15 09:00',
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
    expect(changed).toBe(2);
  });

  it('of a hand-off moved does not count who stays', () => {
    expect(picture('members @a weekly mon 09:00', 'members @a weekly tue 10:00')).toEqual([]);
  });

  it('of a rotation that goes or comes is all its shifts', () => {
    const office = 'members @x weekly mon 09:00 cover wed 09:00..10:00';
    const gone = impact(project(two, office), project(two), now, 14);
    expect(gone.rotations).toMatchObject([
      { rotation: 'r1', changes: [{ lose: ['x'], after: [] }, { lose: ['x'] }] },
    ]);
    expect(gone.changed).toBe(2);
    expect(gone.schedules).toEqual([]);
    const come = impact(project(two), project(two, office), now, 14);
    expect(come.rotations[0]?.changes.map(({ gain }) => gain)).toEqual([['x'], ['x']]);
  });

  it('of a rotation that its last schedule leaves out, or the first takes in, is all its shifts', () => {
    const rotations = ['members @a @b weekly mon 09:00', 'members @b @c weekly tue 09:00'];
    const scheduled = (...schedules: readonly string[]) => {
      const text = rotations.map(
        (it, at) => `rotation r${at} < zone "UTC" start 2026-01-05T09:00 ${it} >`,
      );
      return modelOf([...text, ...schedules, externsOf('@a @b @c')].join('\n'));
    };
    const one = scheduled('schedule s < rotation @r0 >', 'schedule t < rotation @r1 >');
    const other = scheduled('schedule s < rotation @r1 >', 'schedule t < rotation @r1 >');
    const left = impact(one, other, now, 7);
    expect(left.rotations.map(({ rotation }) => rotation)).toEqual(['r0']);
    expect(left.rotations[0]?.changes.map(({ lose, after }) => [lose, after])).toEqual([
      [['b'], []],
      [['a'], []],
    ]);
    const taken = impact(other, one, now, 7);
    expect(taken.rotations.map(({ rotation }) => rotation)).toEqual(['r0']);
    expect(taken.rotations[0]?.changes.map(({ gain }) => gain)).toEqual([['b'], ['a']]);
    // One that no schedule takes before or after is looked at by itself.
    expect(impact(scheduled(), scheduled(), now, 7).changed).toBe(0);
    expect(impact(scheduled(), modelOf(''), now, 7).changed).toBeGreaterThan(0);
  });
});
