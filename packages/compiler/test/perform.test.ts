import { describe, expect, it } from 'vitest';
import { holdingsOf, type LiveState, perform } from '../src/index.ts';

const live: LiveState = {
  contacts: [
    {
      arn: 'arn:alice',
      alias: 'alice',
      type: 'PERSONAL',
      displayName: 'Alice',
      plan: { Stages: [] },
      tags: { team: 'sre' },
      channels: [
        { arn: 'arn:phone', name: 'phone', type: 'VOICE', address: '+1', activated: true },
      ],
    },
    {
      arn: 'arn:weekly',
      alias: 'weekly',
      type: 'ONCALL_SCHEDULE',
      displayName: undefined,
      plan: { RotationIds: ['arn:r', 'arn:s'] },
      tags: {},
      channels: [],
    },
  ],
  rotations: [
    {
      arn: 'arn:r',
      name: 'r',
      contactIds: ['arn:alice'],
      startTime: 0,
      timeZoneId: 'UTC',
      recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 },
      tags: {},
      overrides: [],
    },
  ],
};

describe('perform', () => {
  it.each<[string, object, string, readonly string[], object]>([
    [
      'CreateContact',
      { Alias: 'b', Type: 'PERSONAL', Plan: { Stages: [] }, Tags: [{ Key: 'k', Value: 'v' }] },
      'arn:b',
      ['arn:b'],
      { alias: 'b', tags: { k: 'v' }, channels: [] },
    ],
    [
      'UpdateContact',
      { ContactId: 'arn:alice', DisplayName: 'A' },
      '',
      ['arn:alice'],
      { displayName: 'A', alias: 'alice' },
    ],
    [
      'CreateContactChannel',
      { ContactId: 'arn:alice', Name: 'm', Type: 'EMAIL', DeliveryAddress: { SimpleAddress: 'x' } },
      'arn:m',
      ['arn:alice'],
      { channels: [{ arn: 'arn:phone' }, { arn: 'arn:m', address: 'x', activated: false }] },
    ],
    [
      'UpdateContactChannel',
      { ContactChannelId: 'arn:phone', Name: 'home' },
      '',
      ['arn:alice'],
      { channels: [{ name: 'home', address: '+1', activated: true }] },
    ],
    [
      'DeleteContactChannel',
      { ContactChannelId: 'arn:phone' },
      '',
      ['arn:alice'],
      { channels: [] },
    ],
    [
      'UpdateRotation',
      { RotationId: 'arn:r', TimeZoneId: 'X' },
      '',
      ['arn:r'],
      { timeZoneId: 'X', name: 'r' },
    ],
    [
      'CreateRotationOverride',
      { RotationId: 'arn:r', NewContactIds: ['arn:alice'], StartTime: 1, EndTime: 2 },
      'o',
      ['arn:r'],
      { overrides: [{ id: 'o', contactIds: ['arn:alice'], startTime: 1, endTime: 2 }] },
    ],
    [
      'TagResource',
      { ResourceARN: 'arn:alice', Tags: [{ Key: 'k', Value: 'v' }] },
      '',
      ['arn:alice'],
      { tags: { team: 'sre', k: 'v' } },
    ],
    [
      'UntagResource',
      { ResourceARN: 'arn:alice', TagKeys: ['team'] },
      '',
      ['arn:alice'],
      { tags: {} },
    ],
  ])('%s', (operation, input, made, changed, expected) => {
    const holdings = holdingsOf(live);
    expect(perform(holdings, operation, input, made)).toEqual(changed);
    const [arn = ''] = changed;
    expect(holdings.contacts.get(arn) ?? holdings.rotations.get(arn)).toMatchObject(expected);
  });

  it('deletes, and takes a rotation out of its schedules', () => {
    const holdings = holdingsOf(live);
    expect(perform(holdings, 'DeleteRotation', { RotationId: 'arn:r' }, '')).toEqual([
      'arn:r',
      'arn:weekly',
    ]);
    expect(holdings.contacts.get('arn:weekly')?.plan).toEqual({ RotationIds: ['arn:s'] });
    expect(perform(holdings, 'DeleteContact', { ContactId: 'arn:alice' }, '')).toEqual([
      'arn:alice',
    ]);
    expect([...holdings.contacts.keys()]).toEqual(['arn:weekly']);
    expect(live.contacts).toHaveLength(2);
  });

  it('leaves out what it does not hold', () => {
    const holdings = holdingsOf({ contacts: [], rotations: [] });
    for (const [operation, input] of [
      ['UpdateContact', { ContactId: 'x' }],
      ['DeleteContactChannel', { ContactChannelId: 'x' }],
      ['TagResource', { ResourceARN: 'x', Tags: [] }],
      ['DeleteRotation', { RotationId: 'x' }],
    ] as const) {
      expect(perform(holdings, operation, input, '')).toEqual([]);
    }
    expect(holdings.contacts.size + holdings.rotations.size).toBe(0);
  });
});
