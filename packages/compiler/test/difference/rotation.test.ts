import { describe, expect, it } from 'vitest';
import { steps } from '../../src/index.ts';
import { type ModelSpec, type RotationSpec, weekly } from '../model-builder.ts';
import { callsOf, changesTo, deploy, linesOf, planOf } from '../plans.ts';
import { contactArn, type Service } from '../service.ts';

const arn = (id: string) => `arn:aws:ssm-contacts:us-east-2:111122223333:rotation/${id}`;

function primary(spec: Partial<RotationSpec> = {}, more: ModelSpec = {}): ModelSpec {
  return {
    contacts: [{ name: 'alice' }, { name: 'bob' }],
    rotations: [{ name: 'primary', members: ['alice', 'bob'], ...spec }],
    ...more,
  };
}

const recurrence = {
  NumberOfOnCalls: 1,
  RecurrenceMultiplier: 1,
  WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: { HourOfDay: 9, MinuteOfHour: 0 } }],
};

describe('a rotation', () => {
  it.each<[string, Partial<RotationSpec>, string, object]>([
    [
      'the order of members changes',
      { members: ['bob', 'alice'] },
      'members: @alice @bob → @bob @alice',
      { ContactIds: [contactArn('bob'), contactArn('alice')], Recurrence: recurrence },
    ],
    [
      'the start changes',
      { start: 1767700000 },
      'start: 2026-01-05T15:00:00Z → 2026-01-06T11:46:40Z',
      { StartTime: 1767700000, Recurrence: recurrence },
    ],
    [
      'the zone changes',
      { zone: 'Europe/Berlin' },
      'zone: "America/New_York" → "Europe/Berlin"',
      { TimeZoneId: 'Europe/Berlin', Recurrence: recurrence },
    ],
    [
      'how many are on call changes',
      { onCall: 2 },
      'on-call: 1 → 2',
      { Recurrence: { ...recurrence, NumberOfOnCalls: 2 } },
    ],
    [
      'the hand-off changes',
      { handOffs: weekly('fri', 9) },
      'hand-off: weekly mon 09:00 → weekly fri 09:00',
      {
        Recurrence: {
          ...recurrence,
          WeeklySettings: [{ DayOfWeek: 'FRI', HandOffTime: { HourOfDay: 9, MinuteOfHour: 0 } }],
        },
      },
    ],
  ])('is updated where %s', (_, after, reason, changed) => {
    const { lines, todo } = planOf(primary(), primary(after));
    expect(lines).toEqual([`update rotation/primary: ${reason}`]);
    expect(callsOf(todo)).toStrictEqual([
      ['rotation/primary#update', 'UpdateRotation', { RotationId: arn('00000001'), ...changed }],
    ]);
  });

  it('needs nothing where it is as written, to the second', () => {
    const service = deploy(primary());
    const [live] = service.rotations;
    if (live !== undefined) live.startTime += 0.4;
    expect(changesTo(primary(), service)).toEqual([]);
  });

  it('tells where the members of an update were written', () => {
    const { todo } = planOf(primary(), primary({ members: ['bob', 'alice'] }));
    expect(todo[0]?.origins).toMatchObject({
      'ContactIds.0': { piece: { text: '@bob' } },
      'Recurrence.WeeklySettings.0': { piece: { text: 'hand-off' } },
    });
    expect(todo[0]?.origins).not.toHaveProperty('StartTime');
  });

  it('waits for members to be reachable, and lets go of those who leave before they go', () => {
    const { todo } = planOf(primary(), {
      contacts: [
        {
          name: 'carol',
          channels: [{ name: 'phone', type: 'voice', address: '+12065550100' }],
          stages: [[5, 'phone']],
        },
        { name: 'alice' },
      ],
      rotations: [{ name: 'primary', members: ['alice', 'carol'] }],
    });
    expect(todo.map(({ id, after }) => [id, after])).toEqual([
      ['contact/carol', []],
      ['channel/carol/phone', ['contact/carol']],
      ['engagement-plan/carol', ['contact/carol', 'channel/carol/phone']],
      [
        'rotation/primary#update',
        ['contact/carol', 'engagement-plan/carol', 'channel/carol/phone'],
      ],
      ['contact/bob#delete', ['rotation/primary#update']],
    ]);
  });

  it('is replaced where its name changes, schedules and overrides first', () => {
    const override = { start: 1770000000, end: 1770003600, written: 'X', members: ['bob'] };
    const schedules = [{ name: 'weekly', rotations: ['primary'] }];
    const before = primary({ overrides: [override] }, { schedules });
    const after = primary({ overrides: [override], label: 'SRE', onCall: 2 }, { schedules });
    const { lines, todo } = planOf(before, after);
    expect(lines).toEqual([
      'replace rotation/primary: name: "primary" → "SRE" (a rotation\'s name can\'t be changed in place)',
      'replace rotation/primary: on-call: 1 → 2',
      'replace override/primary/X: made again on the new rotation',
      'update schedule/weekly: rotations: @primary → @primary (another of that name)',
    ]);
    expect(todo.map(({ id, operation, after }) => [id, operation, after])).toEqual([
      ['rotation/primary', 'CreateRotation', []],
      ['override/primary/X', 'CreateRotationOverride', ['rotation/primary']],
      ['schedule/weekly#update', 'UpdateContact', ['rotation/primary', 'override/primary/X']],
      [
        'rotation/primary#delete',
        'DeleteRotation',
        ['rotation/primary', 'override/primary/X', 'schedule/weekly#update'],
      ],
    ]);
  });

  it('is deleted where it is no longer in the files', () => {
    const { lines, todo } = planOf(primary({ label: 'SRE' }), primary({}, { rotations: [] }));
    expect(lines).toEqual(['delete rotation/primary: no longer in the files']);
    expect(callsOf(todo)).toEqual([
      ['rotation/primary#delete', 'DeleteRotation', { RotationId: arn('00000001') }],
    ]);
  });
});

describe('several rotations of one name', () => {
  function twice(service: Service, change: object): Service {
    const [live] = service.rotations;
    if (live === undefined) throw new Error('no rotation');
    service.rotations.unshift({ ...structuredClone(live), arn: arn('old'), ...change });
    return service;
  }

  it('leave the one that fits best, where a replacement was cut short', () => {
    const service = twice(deploy(primary()), { name: 'Old name' });
    const changes = changesTo(primary(), service);
    expect(changes.flatMap(linesOf)).toEqual([
      'delete rotation/primary@old: left over from a replacement that was cut short',
    ]);
    expect(callsOf(steps(changes))).toEqual([
      ['rotation/primary@old#delete', 'DeleteRotation', { RotationId: arn('old') }],
    ]);
  });

  it('are compared by their properties where they have the same name', () => {
    const service = twice(deploy(primary()), { timeZoneId: 'UTC' });
    const todo = steps(changesTo(primary(), service));
    expect(todo.map((step) => step.input)).toEqual([{ RotationId: arn('old') }]);
  });
});

describe('a rotation that is not ours', () => {
  function foreign(): Service {
    const service = deploy(primary());
    const [live] = service.rotations;
    if (live !== undefined) live.tags = {};
    return service;
  }

  it('is blocked where one of its name is declared', () => {
    expect(changesTo(primary(), foreign()).flatMap(linesOf)).toEqual([
      'blocked rotation/primary: a rotation named "primary" exists and is not managed here; --adopt takes it over',
    ]);
  });

  it('is tagged and updated where it is adopted', () => {
    const todo = steps(changesTo(primary({ onCall: 2 }), foreign(), true));
    expect(callsOf(todo).map(([id, , input]) => [id, input])).toMatchObject([
      [
        'rotation/primary#tag',
        {
          Tags: [
            { Key: 'oncall/project', Value: 'acme' },
            { Key: 'oncall/name', Value: 'primary' },
          ],
        },
      ],
      ['rotation/primary#update', { Recurrence: { NumberOfOnCalls: 2 } }],
    ]);
  });

  it('is told from others of its name only where it is as written', () => {
    const service = foreign();
    const [live] = service.rotations;
    if (live === undefined) throw new Error('no rotation');
    service.rotations.unshift({ ...structuredClone(live), arn: arn('other'), timeZoneId: 'UTC' });
    expect(changesTo(primary({ onCall: 2 }), service, true).flatMap(linesOf)).toEqual([
      'blocked rotation/primary: 2 rotations named "primary" exist and are not managed here; delete all but one or use another name',
    ]);
    const todo = steps(changesTo(primary(), service, true));
    expect(callsOf(todo)).toMatchObject([
      ['rotation/primary#tag', 'TagResource', { ResourceARN: live.arn }],
    ]);
  });

  it("is no obstacle where it is another project's, as names are not unique", () => {
    const service = foreign();
    const [live] = service.rotations;
    if (live !== undefined) live.tags = { 'oncall/project': 'other', 'oncall/name': 'primary' };
    expect(changesTo(primary(), service).map((change) => change.action)).toEqual(['create']);
  });
});
