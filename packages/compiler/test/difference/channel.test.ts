import { describe, expect, it } from 'vitest';
import type { ChannelSpec, ModelSpec } from '../model-builder.ts';
import { callsOf, changesTo, deploy, linesOf, planOf } from '../plans.ts';

const phone: ChannelSpec = { name: 'phone', type: 'voice', address: '+12065550100' };

function alice(...channels: ChannelSpec[]): ModelSpec {
  const stages = channels.map((channel) => [5, channel.name] as const);
  return { contacts: [{ name: 'alice', channels, stages }] };
}

const channelArn = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact-channel/alice/00000001';

describe('a channel', () => {
  it.each<[string, Partial<ChannelSpec>, string, object]>([
    [
      'its address changes',
      { address: '+12065550101' },
      'address: +1******0100 → +1******0101',
      { DeliveryAddress: { SimpleAddress: '+12065550101' } },
    ],
    [
      'its address changes where the mask hides it',
      { address: '+12065560100' },
      'address: +1******0100 → +1******0100 (another)',
      { DeliveryAddress: { SimpleAddress: '+12065560100' } },
    ],
    ['its name changes', { label: 'At work' }, 'name: "phone" → "At work"', { Name: 'At work' }],
  ])('is updated where %s', (_, after, reason, changed) => {
    const { lines, todo } = planOf(alice(phone), alice({ ...phone, ...after }));
    expect(lines).toEqual([`update channel/alice/phone: ${reason}`]);
    expect(callsOf(todo)).toStrictEqual([
      [
        'channel/alice/phone#update',
        'UpdateContactChannel',
        { ContactChannelId: channelArn, ...changed },
      ],
    ]);
    expect(Object.keys(todo[0]?.origins ?? {})).toHaveLength(1);
  });

  it('is renamed and moved rather than made again', () => {
    const { lines, todo } = planOf(
      alice(phone),
      alice({ name: 'mobile', type: 'voice', address: '+12065550199' }),
    );
    expect(lines).toEqual([
      'update channel/alice/mobile: name: "phone" → "mobile"',
      'update channel/alice/mobile: address: +1******0100 → +1******0199',
    ]);
    expect(todo).toHaveLength(1);
  });

  it('has no difference in whether its activation is deferred', () => {
    expect(planOf(alice(phone), alice({ ...phone, deferred: true })).lines).toEqual([]);
  });

  it('is replaced where its type changes, the new one first', () => {
    const { lines, todo } = planOf(alice(phone), alice({ ...phone, type: 'sms' }));
    expect(lines).toEqual([
      'update contact/alice: stage 1: notify phone → notify phone (another of that name)',
      "replace channel/alice/phone: type: voice → sms (a channel's type can't be changed in place; costs a new activation)",
    ]);
    expect(todo.map(({ id, after }) => [id, after])).toEqual([
      ['channel/alice/phone', []],
      ['contact/alice#update', ['channel/alice/phone']],
      ['channel/alice/phone#delete', ['channel/alice/phone', 'contact/alice#update']],
    ]);
  });

  it('is deleted after the plan has dropped it', () => {
    const { lines, todo } = planOf(
      alice(phone, { name: 'mail', type: 'email', address: 'alice@example.com' }),
      alice(phone),
    );
    expect(lines).toEqual([
      'update contact/alice: stage 2: 5m notify mail → none',
      'delete channel/alice/mail: no longer in the files; email a****@example.com',
    ]);
    expect(todo.map(({ id, after }) => [id, after])).toEqual([
      ['contact/alice#update', []],
      ['channel/alice/mail#delete', ['contact/alice#update']],
    ]);
  });

  it('is told to lose its activation', () => {
    const mail = { name: 'mail', type: 'email', address: 'alice@example.com' } as const;
    const service = deploy(alice(phone, mail));
    for (const channel of service.contacts[0]?.channels ?? []) channel.activated = true;
    expect(changesTo(alice(phone), service).flatMap(linesOf).at(-1)).toBe(
      'delete channel/alice/mail: no longer in the files; email a****@example.com; its activation is lost',
    );
  });

  it('is told from another of its name', () => {
    const service = deploy(alice(phone));
    const [contact] = service.contacts;
    const [live] = contact?.channels ?? [];
    if (live !== undefined) {
      contact?.channels.push(
        { ...live, arn: `${channelArn}-b` },
        { ...live, arn: `${channelArn}-c` },
      );
    }
    const changes = changesTo(alice(phone), service);
    expect(changes.map((change) => change.id)).toEqual([
      'channel/alice/phone@00000001-b',
      'channel/alice/phone@00000001-c',
    ]);
    expect(changes.map((change) => change.of)).toEqual(['contact/alice', 'contact/alice']);
  });

  it('never shows an address', () => {
    const before = alice(phone, { name: 'mail', type: 'email', address: 'alice@example.com' });
    const after = alice(
      { ...phone, address: '+12065559999' },
      { name: 'mail', type: 'email', address: 'alice@example.org' },
    );
    const text = changesTo(after, deploy(before)).flatMap(linesOf).join('\n');
    expect(text).toContain('a****@example.com → a****@example.org');
    expect(text).not.toMatch(/20655|alice@/);
  });
});
