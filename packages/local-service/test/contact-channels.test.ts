import { describe, expect, it } from 'vitest';
import { PREFIX, startTestService } from './service.ts';

const ADDRESSES = { SMS: '+12065550100', VOICE: '+12065550101', EMAIL: 'alice@example.com' };

const channel = (ContactId: string, Type: keyof typeof ADDRESSES, SimpleAddress?: string) => ({
  ContactId,
  Name: `my ${Type}`,
  Type,
  DeliveryAddress: { SimpleAddress: SimpleAddress ?? ADDRESSES[Type] },
});

describe('channels', () => {
  it('are made, read, listed, changed and deleted', async () => {
    const service = await startTestService();
    const alice = await service.person('alice');
    const arns: string[] = [];
    for (const type of ['SMS', 'VOICE', 'EMAIL'] as const) {
      const { ContactChannelArn } = await service.call(
        'CreateContactChannel',
        channel(alice, type),
      );
      expect(ContactChannelArn).toMatch(
        /^arn:aws:ssm-contacts:us-east-1:111122223333:contact-channel\/alice\/[0-9a-f-]{36}$/,
      );
      arns.push(ContactChannelArn);
    }
    const [sms = '', voice = '', email = ''] = arns;
    const described = {
      ContactChannelArn: sms,
      ContactArn: alice,
      Name: 'my SMS',
      Type: 'SMS',
      DeliveryAddress: { SimpleAddress: '+12065550100' },
      ActivationStatus: 'NOT_ACTIVATED',
    };
    expect(await service.call('GetContactChannel', { ContactChannelId: sms })).toEqual(described);
    const list = async () =>
      (await service.call('ListContactChannels', { ContactId: alice })).ContactChannels;
    expect((await list()).map((item) => item.ContactChannelArn)).toEqual([sms, voice, email]);

    const DeliveryAddress = { SimpleAddress: '+12065550199' };
    await service.call('UpdateContactChannel', { ContactChannelId: sms, DeliveryAddress });
    await service.call('UpdateContactChannel', { ContactChannelId: sms, Name: 'new name' });
    expect((await list())[0]).toEqual({ ...described, Name: 'new name', DeliveryAddress });

    await service.call('DeleteContactChannel', { ContactChannelId: voice });
    expect((await list()).map((item) => item.ContactChannelArn)).toEqual([sms, email]);
  });

  it('leave the stages that target them when they are deleted', async () => {
    const service = await startTestService();
    const alice = await service.person('alice');
    const { ContactChannelArn } = await service.call('CreateContactChannel', channel(alice, 'SMS'));
    const Targets = [{ ChannelTargetInfo: { ContactChannelId: ContactChannelArn } }];
    const Plan = { Stages: [{ DurationInMinutes: 5, Targets }] };
    await service.call('UpdateContact', { ContactId: alice, Plan });
    await service.call('DeleteContactChannel', { ContactChannelId: ContactChannelArn });
    expect((await service.call('GetContact', { ContactId: alice })).Plan).toEqual(Plan);
  });

  it.each([
    ['SMS', '12065550100'],
    ['SMS', '+1206555'],
    ['SMS', '+1206555010012345'],
    ['VOICE', '+1 206 555 0100'],
    ['VOICE', 'alice@example.com'],
    ['EMAIL', 'alice'],
    ['EMAIL', 'alice@exa mple.com'],
    ['EMAIL', '+12065550100'],
  ] as const)('of type %s refuse the address %s, and never show it', async (type, address) => {
    const service = await startTestService();
    const alice = await service.person('alice');
    const error = await service.fail('CreateContactChannel', channel(alice, type, address));
    expect(error.Fields?.[0]?.Name).toBe('DeliveryAddress.SimpleAddress');
    expect(JSON.stringify(error)).not.toContain(address);
    const { ContactChannelArn: ContactChannelId } = await service.call(
      'CreateContactChannel',
      channel(alice, type),
    );
    const DeliveryAddress = { SimpleAddress: address };
    expect(
      await service.fields('UpdateContactChannel', { ContactChannelId, DeliveryAddress }),
    ).toEqual(['DeliveryAddress.SimpleAddress']);
  });

  it('need an address', async () => {
    const service = await startTestService();
    const input = { ...channel(await service.person('alice'), 'SMS'), DeliveryAddress: {} };
    expect(await service.fields('CreateContactChannel', input)).toEqual([
      'DeliveryAddress.SimpleAddress',
    ]);
  });

  it('belong to persons that exist', async () => {
    const service = await startTestService();
    const nobody = `${PREFIX}:contact/nobody`;
    expect(await service.fail('CreateContactChannel', channel(nobody, 'SMS'))).toEqual({
      __type: 'ValidationException',
      Message: `Invalid value provided - Invalid resource Arn ${nobody}`,
      Reason: 'FIELD_VALIDATION_FAILED',
      Fields: [{ Name: 'ContactId', Message: `Invalid resource Arn ${nobody}` }],
    });
    const { ContactArn } = await service.call('CreateContact', {
      Alias: 'plan',
      Type: 'ESCALATION',
      Plan: { Stages: [] },
    });
    expect(await service.fields('CreateContactChannel', channel(ContactArn, 'SMS'))).toEqual([
      'ContactId',
    ]);
  });

  it.each([
    'GetContactChannel',
    'UpdateContactChannel',
    'DeleteContactChannel',
    'DeactivateContactChannel',
    'SendActivationCode',
  ])('%s refuses one that does not exist', async (operation) => {
    const service = await startTestService();
    const ContactChannelId = `${PREFIX}:contact-channel/alice/1`;
    expect(await service.fail(operation, { ContactChannelId })).toMatchObject({
      __type: 'ResourceNotFoundException',
      ResourceId: ContactChannelId,
      ResourceType: 'CONTACT_CHANNEL',
    });
  });
});
