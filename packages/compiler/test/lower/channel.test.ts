import { describe, expect, it } from 'vitest';
import type { ChannelSpec } from '../model-builder.ts';
import { resourcesOf } from '../plans.ts';

function channel(spec: ChannelSpec) {
  return resourcesOf({ contacts: [{ name: 'alice', channels: [spec] }] })[1];
}

describe('channel', () => {
  it.each([
    ['voice', 'VOICE', '+12065550100'],
    ['sms', 'SMS', '+12065550100'],
    ['email', 'EMAIL', 'alice@example.com'],
  ] as const)('of type %s is %s', (type, Type, address) => {
    const made = channel({ name: 'work', type, address });
    expect(made).toMatchObject({
      kind: 'channel',
      id: 'channel/alice/work',
      of: 'contact/alice',
      operation: 'CreateContactChannel',
      uses: ['contact/alice'],
    });
    expect(made?.input).toStrictEqual({
      ContactId: { arnOf: 'contact/alice' },
      Name: 'work',
      Type,
      DeliveryAddress: { SimpleAddress: address },
    });
  });

  it('bears its label, and its id its NAME', () => {
    const made = channel({ name: 'work', label: 'At work', type: 'sms', address: '+12065550100' });
    expect(made).toMatchObject({ id: 'channel/alice/work', input: { Name: 'At work' } });
  });

  it('says that activation is deferred only where it is', () => {
    const made = channel({ name: 'work', type: 'sms', address: '+12065550100', deferred: true });
    expect(made?.input).toMatchObject({ DeferActivation: true });
  });

  it('tells where its members were written', () => {
    expect(channel({ name: 'work', type: 'sms', address: '+12065550100' })?.origins).toMatchObject({
      Name: { piece: { text: 'channel alice.work' } },
      'DeliveryAddress.SimpleAddress': { piece: { text: '+12065550100' } },
    });
  });
});
