import { describe, expect, it } from 'vitest';
import { addressesOf, movedChanges, savedChanges } from '../src/index.ts';
import type { ModelSpec } from './model-builder.ts';
import { changesTo, deploy } from './plans.ts';

const phone = { name: 'phone', type: 'voice', address: '+12065550100' } as const;
const mail = { name: 'mail', type: 'email', address: 'alice@example.com' } as const;
const alice: ModelSpec = {
  contacts: [{ name: 'alice', channels: [phone, mail], stages: [[5, 'phone']] }],
};
const moved: ModelSpec = {
  contacts: [
    {
      name: 'alice',
      channels: [{ ...phone, address: '+12065559999' }, mail],
      stages: [[5, 'phone']],
    },
  ],
};

describe('saved changes', () => {
  it('hold what is sent, addresses masked', () => {
    const service = deploy(alice);
    const saved = savedChanges(changesTo(moved, service), service.live);
    expect(saved).toEqual([
      {
        id: 'channel/alice/phone',
        kind: 'channel',
        action: 'update',
        reasons: ['address: +1******0100 → +1******9999'],
        calls: [
          {
            operation: 'UpdateContactChannel',
            input: {
              ContactChannelId: service.contacts[0]?.channels[0]?.arn,
              DeliveryAddress: { SimpleAddress: '+1******9999' },
            },
          },
        ],
      },
    ]);
    expect(JSON.stringify(saved)).not.toContain('206555');
  });

  it('hold what a deletion takes, but not what comes with time', () => {
    const service = deploy(alice);
    const before = savedChanges(changesTo({}, service), service.live);
    expect(before[0]?.calls[0]?.deletes).toMatchObject({
      channels: [
        { name: 'phone', type: 'VOICE', address: '+1******0100' },
        { name: 'mail', type: 'EMAIL', address: 'a****@example.com' },
      ],
    });
    service.contacts[0]?.channels.reverse();
    const listed = savedChanges(changesTo({}, service), service.live);
    expect(movedChanges(before, listed)).toEqual([]);
    const [contact] = service.contacts;
    if (contact !== undefined) contact.displayName = 'Someone';
    const after = savedChanges(changesTo({}, service), service.live);
    expect(movedChanges(before, after).map(({ id }) => id)).toEqual(['contact/alice']);
  });

  it('leave out what is kept', () => {
    const rotations: ModelSpec = { ...alice, rotations: [{ name: 'primary', members: ['alice'] }] };
    const service = deploy(rotations);
    service.rotations[0]?.overrides.push({
      id: 'by-hand',
      contactIds: [],
      startTime: 0,
      endTime: 3600,
      ours: false,
    });
    const changes = changesTo(rotations, service);
    expect(changes.map(({ action }) => action)).toEqual(['kept']);
    expect(savedChanges(changes, service.live)).toEqual([]);
  });
});

describe('moved changes', () => {
  it('are those that came, went, or differ', () => {
    const service = deploy(alice);
    const [change] = savedChanges(changesTo(moved, service), service.live);
    if (change === undefined) throw new Error('no change');
    const other = { ...change, id: 'other' };
    const edited = { ...change, reasons: ['another'] };
    expect(movedChanges([change], [change])).toEqual([]);
    expect(movedChanges([change, other], [edited])).toEqual([
      { id: change.id, planned: change, now: edited },
      { id: 'other', planned: other, now: undefined },
    ]);
    expect(movedChanges([], [other])).toEqual([{ id: 'other', planned: undefined, now: other }]);
  });
});

describe('the addresses of changes', () => {
  it('are those that are sent, and those that they take the place of', () => {
    const service = deploy(alice);
    expect(addressesOf(changesTo(moved, service), service.live)).toEqual([
      '+12065559999',
      '+12065550100',
    ]);
    expect(addressesOf(changesTo({}, service), service.live)).toEqual([
      '+12065550100',
      'alice@example.com',
    ]);
    expect(addressesOf(changesTo(alice, service), service.live)).toEqual([]);
  });
});
