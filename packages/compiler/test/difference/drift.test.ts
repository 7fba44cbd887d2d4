import { describe, expect, it } from 'vitest';
import { describeReason, drift } from '../../src/index.ts';
import type { ContactSpec, ModelSpec } from '../model-builder.ts';
import { deploy, resourcesOf } from '../plans.ts';
import { contactArn, type Service } from '../service.ts';

const phone = { name: 'phone', type: 'voice', address: '+12065550100' } as const;
const mail = { name: 'mail', type: 'email', address: 'alice@example.com' } as const;

function team(alice: Partial<ContactSpec> = {}, more: ModelSpec = {}): ModelSpec {
  return {
    contacts: [
      {
        name: 'alice',
        displayName: 'Alice',
        channels: [phone, mail],
        stages: [[5, 'phone']],
        ...alice,
      },
      { name: 'bob', channels: [{ ...phone, address: '+12065550101' }], stages: [[5, 'phone']] },
    ],
    rotations: [{ name: 'primary', members: ['alice', 'bob'] }],
    plans: [{ name: 'sre', stages: [[5, 'alice']] }],
    ...more,
  };
}

/** In lines: what was deployed, what then happened in the account, and what the files say now. */
function drifted(files: ModelSpec, happened: (service: Service) => void = () => {}): string[] {
  const service = deploy(team());
  const before = service.live;
  happened(service);
  return drift(resourcesOf(files), service.live, before, 'acme').flatMap(({ side, change }) =>
    change.reasons.map(
      (reason) => `${side}: ${change.action} ${change.id}: ${describeReason(reason)}`,
    ),
  );
}

function renamed(alias: string, displayName: string): (service: Service) => void {
  return ({ contacts }) => {
    const contact = contacts.find((each) => each.alias === alias);
    if (contact !== undefined) contact.displayName = displayName;
  };
}

describe('drift', () => {
  it('is none where files and account agree, whoever moved', () => {
    expect(drifted(team())).toEqual([]);
    expect(drifted(team({ displayName: 'A' }), renamed('alice', 'A'))).toEqual([]);
  });

  it('is of the account where the files are as they were', () => {
    expect(drifted(team(), renamed('alice', 'A'))).toEqual([
      'account: update contact/alice: display name: "A" → "Alice"',
    ]);
  });

  it('is of the files where the account is as it was', () => {
    expect(drifted(team({ displayName: 'A' }))).toEqual([
      'files: update contact/alice: display name: "Alice" → "A"',
    ]);
  });

  it('is of both where both changed one thing', () => {
    expect(drifted(team({ displayName: 'A' }), renamed('alice', 'Ali'))).toEqual([
      'both: update contact/alice: display name: "Ali" → "A"',
    ]);
  });

  it('is told by property where each changed another', () => {
    expect(drifted(team({ stages: [[10, 'phone']] }), renamed('alice', 'Ali'))).toEqual([
      'both: update contact/alice: display name: "Ali" → "Alice" (changed in the account)',
      'both: update contact/alice: stage 1: 5m → 10m (changed in the files)',
    ]);
  });

  it('is told of addresses, masked', () => {
    const moved = team({ channels: [{ ...phone, address: '+12065550199' }, mail] });
    const move = ({ contacts }: Service) => {
      const [channel] = contacts[0]?.channels ?? [];
      if (channel !== undefined) channel.address = '+12065550155';
    };
    const id = 'update channel/alice/phone: address:';
    expect(drifted(moved)).toEqual([`files: ${id} +1******0100 → +1******0199`]);
    expect(drifted(team(), move)).toEqual([`account: ${id} +1******0155 → +1******0100`]);
    expect(drifted(moved, move)).toEqual([`both: ${id} +1******0155 → +1******0199`]);
  });

  it('tells what is new from what was deleted', () => {
    const carol = { name: 'carol' };
    const more = team({}, { contacts: [...(team().contacts ?? []), carol] });
    expect(drifted(more)).toEqual(['files: create contact/carol: no stages']);
    const withoutPlan = ({ contacts }: Service) => {
      contacts.splice(
        contacts.findIndex(({ alias }) => alias === 'sre'),
        1,
      );
    };
    expect(drifted(team(), withoutPlan)).toEqual(['account: create plan/sre: 5m @alice']);
    const other = team({}, { plans: [{ name: 'sre', stages: [[6, 'alice']] }] });
    expect(drifted(other, withoutPlan)).toEqual(['both: create plan/sre: 6m @alice']);
  });

  it('tells what left the files from what came into the account', () => {
    const gone = 'delete plan/sre: no longer in the files';
    expect(drifted(team({}, { plans: [] }))).toEqual([`files: ${gone}`]);
    expect(drifted(team({}, { plans: [] }), renamed('sre', 'SRE'))).toEqual([`both: ${gone}`]);
    const added = ({ contacts }: Service) => {
      const [channel] = contacts[0]?.channels ?? [];
      if (channel === undefined) throw new Error('no channel');
      contacts[0]?.channels.push({ ...channel, arn: `${channel.arn}-b`, name: 'pager' });
    };
    expect(drifted(team(), added)).toEqual([
      'account: delete channel/alice/pager: no longer in the files; voice +1******0100',
    ]);
  });

  it('tells what people made by hand from what is ours', () => {
    const byHand = ({ rotations }: Service) => {
      rotations[0]?.overrides.push({
        id: 'by-hand',
        contactIds: [contactArn('bob')],
        startTime: 0,
        endTime: 3600,
        ours: false,
      });
    };
    expect(drifted(team(), byHand)).toEqual([
      'hand: kept override/primary/1970-01-01T00:00:00Z: made by hand; @bob until 1970-01-01T01:00:00Z',
    ]);
    const untagged = ({ contacts }: Service) => {
      const plan = contacts.find(({ alias }) => alias === 'sre');
      if (plan !== undefined) plan.tags = {};
    };
    const found = 'a plan with the alias sre exists and is not managed here; --adopt takes it over';
    expect(drifted(team(), untagged)).toEqual([`account: blocked plan/sre: ${found}`]);
    const service = deploy(team());
    const { live } = service;
    untagged(service);
    const before = { ...live, contacts: live.contacts.filter(({ alias }) => alias !== 'sre') };
    const [first] = drift(resourcesOf(team()), service.live, before, 'acme');
    expect(first).toMatchObject({ side: 'hand', change: { id: 'plan/sre', action: 'blocked' } });
  });

  it('is of nobody where nothing was seen before', () => {
    const service = deploy(team());
    renamed('alice', 'A')(service);
    const [alone] = drift(resourcesOf(team()), service.live, undefined, 'acme');
    expect(alone).toMatchObject({ side: 'unknown', change: { id: 'contact/alice' } });
    const before = { contacts: [], rotations: [] };
    const [never] = drift(resourcesOf(team()), service.live, before, 'acme');
    expect(never).toMatchObject({ side: 'unknown', change: { id: 'contact/alice' } });
  });
});
