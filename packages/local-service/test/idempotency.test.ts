import { describe, expect, it } from 'vitest';
import { DAILY, startTestService } from './service.ts';

const NOW = Date.UTC(2026, 10, 22);

async function start() {
  let now = NOW;
  const service = await startTestService({ now: () => now });
  return {
    service,
    pass: (hours: number) => {
      now += hours * 3_600_000;
    },
  };
}

const contact = {
  Alias: 'alice',
  Type: 'PERSONAL',
  Plan: { Stages: [] },
  IdempotencyToken: 'token',
} as const;

describe('an idempotency token', () => {
  it('gives the first answer again, also where the order of members differs', async () => {
    const { service } = await start();
    const first = await service.call('CreateContact', contact);
    expect(await service.call('CreateContact', contact)).toEqual(first);
    const reversed = Object.fromEntries(Object.entries(contact).reverse());
    expect(await service.call('CreateContact', reversed as typeof contact)).toEqual(first);
  });

  it('makes one rotation, one channel, one override', async () => {
    const { service } = await start();
    const ContactId = (await service.call('CreateContact', contact)).ContactArn;
    const token = { IdempotencyToken: 'token' };
    const rotation = {
      Name: 'primary',
      ContactIds: [ContactId],
      TimeZoneId: 'UTC',
      Recurrence: DAILY,
      ...token,
    };
    const { RotationArn } = await service.call('CreateRotation', rotation);
    expect(await service.call('CreateRotation', rotation)).toEqual({ RotationArn });
    const override = {
      RotationId: RotationArn,
      NewContactIds: [],
      StartTime: NOW / 1000,
      EndTime: NOW / 1000 + 3600,
      ...token,
    };
    const made = await service.call('CreateRotationOverride', override);
    expect(await service.call('CreateRotationOverride', override)).toEqual(made);
    const channel = {
      ContactId,
      Name: 'phone',
      Type: 'VOICE',
      DeliveryAddress: { SimpleAddress: '+12065550100' },
      ...token,
    } as const;
    const { ContactChannelArn } = await service.call('CreateContactChannel', channel);
    expect(await service.call('CreateContactChannel', channel)).toEqual({ ContactChannelArn });
    expect((await service.call('ListContactChannels', { ContactId })).ContactChannels).toHaveLength(
      1,
    );
    expect((await service.call('ListRotations', {})).Rotations).toHaveLength(1);
  });

  it('is refused with another request', async () => {
    const { service } = await start();
    const { ContactArn } = await service.call('CreateContact', contact);
    expect(await service.fail('CreateContact', { ...contact, Alias: 'bob' })).toMatchObject({
      __type: 'ConflictException',
      ResourceId: ContactArn,
      ResourceType: 'CONTACT',
    });
    const rotation = { Name: 'r', ContactIds: [ContactArn], TimeZoneId: 'UTC', Recurrence: DAILY };
    const token = { IdempotencyToken: 'token' };
    await service.call('CreateRotation', { ...rotation, ...token });
    expect(await service.fields('CreateRotation', { ...rotation, Name: 's', ...token })).toEqual([
      'IdempotencyToken',
    ]);
  });

  it('is free again after a failure, and after a day', async () => {
    const { service, pass } = await start();
    await service.fail('CreateContact', { ...contact, Plan: {} });
    await service.call('CreateContact', contact);
    pass(23.9);
    await service.call('CreateContact', contact);
    pass(0.2);
    expect((await service.fail('CreateContact', contact)).__type).toBe('ConflictException');
    await service.call('CreateContact', { ...contact, Alias: 'bob' });
  });
});
