import { describe, expect, it } from 'vitest';
import { resourcesOf } from '../plans.ts';

describe('schedule', () => {
  it('is a contact of type ONCALL_SCHEDULE, without stages', () => {
    const schedule = resourcesOf({
      contacts: [{ name: 'alice' }],
      rotations: ['primary', 'second'].map((name) => ({ name, members: ['alice'] })),
      schedules: [{ name: 'weekly', rotations: ['second', 'primary'] }],
    }).at(-1);
    expect(schedule).toMatchObject({ kind: 'schedule', id: 'schedule/weekly' });
    expect(schedule?.input).toStrictEqual({
      Alias: 'weekly',
      Type: 'ONCALL_SCHEDULE',
      Plan: { RotationIds: [{ arnOf: 'rotation/second' }, { arnOf: 'rotation/primary' }] },
      Tags: [{ Key: 'oncall/project', Value: 'acme' }],
    });
    expect(schedule?.uses).toEqual(['rotation/second', 'rotation/primary']);
    expect(schedule?.origins).toMatchObject({
      'Plan.RotationIds.1': { piece: { text: 'rotation @primary' } },
    });
  });
});
