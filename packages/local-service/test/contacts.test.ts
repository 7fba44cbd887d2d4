import { describe, expect, it } from 'vitest';
import { DAILY, PREFIX, startTestService } from './service.ts';

describe('contacts', () => {
  it('are made, read, changed and deleted', async () => {
    const service = await startTestService();
    const { ContactArn } = await service.call('CreateContact', {
      Alias: 'akuam',
      DisplayName: 'Akua Mansa',
      Type: 'PERSONAL',
      Plan: { Stages: [] },
    });
    expect(ContactArn).toBe(`${PREFIX}:contact/akuam`);
    const contact = {
      ContactArn,
      Alias: 'akuam',
      DisplayName: 'Akua Mansa',
      Type: 'PERSONAL',
      Plan: { Stages: [] },
    };
    expect(await service.call('GetContact', { ContactId: ContactArn })).toEqual(contact);

    const plan = { Stages: [{ DurationInMinutes: 5, Targets: [] }] };
    await service.call('UpdateContact', { ContactId: ContactArn, Plan: plan });
    const updated = { ...contact, Plan: plan };
    expect(await service.call('GetContact', { ContactId: ContactArn })).toEqual(updated);

    await service.call('UpdateContact', { ContactId: ContactArn, DisplayName: 'Akua' });
    const renamed = { ...updated, DisplayName: 'Akua' };
    expect(await service.call('GetContact', { ContactId: ContactArn })).toEqual(renamed);

    expect(await service.call('DeleteContact', { ContactId: ContactArn })).toEqual({});
    expect(await service.fail('GetContact', { ContactId: ContactArn })).toMatchObject({
      __type: 'ResourceNotFoundException',
      ResourceId: ContactArn,
      ResourceType: 'CONTACT',
    });
  });

  it('have no display name unless given one', async () => {
    const service = await startTestService();
    const contact = await service.call('GetContact', { ContactId: await service.person('a') });
    expect(contact).not.toHaveProperty('DisplayName');
  });

  it('have aliases of their own', async () => {
    const service = await startTestService();
    const arn = await service.person('alice');
    const again = { Alias: 'alice', Type: 'ESCALATION', Plan: { Stages: [] } };
    expect(await service.fail('CreateContact', again)).toMatchObject({
      __type: 'ConflictException',
      ResourceId: arn,
      ResourceType: 'CONTACT',
    });
  });

  it.each(['GetContact', 'UpdateContact', 'DeleteContact', 'ListContactChannels'])(
    '%s refuses one that does not exist',
    async (operation) => {
      const service = await startTestService();
      const input = { ContactId: `${PREFIX}:contact/nobody` };
      expect((await service.fail(operation, input)).__type).toBe('ResourceNotFoundException');
    },
  );

  it('are listed by alias, by its beginning, and by type', async () => {
    const service = await startTestService();
    for (const alias of ['b_1', 'a', 'bx1']) await service.person(alias);
    await service.call('CreateContact', {
      Alias: 'b_plan',
      Type: 'ESCALATION',
      Plan: { Stages: [] },
    });
    const aliases = async (input: object) =>
      (await service.call('ListContacts', input)).Contacts?.map((contact) => contact.Alias);
    expect(await aliases({})).toEqual(['a', 'b_1', 'b_plan', 'bx1']);
    expect(await aliases({ AliasPrefix: 'b_' })).toEqual(['b_1', 'b_plan']);
    expect(await aliases({ Type: 'PERSONAL' })).toEqual(['a', 'b_1', 'bx1']);
    expect(await aliases({ Type: 'ONCALL_SCHEDULE' })).toEqual([]);
    expect(await service.call('ListContacts', { AliasPrefix: 'a' })).toEqual({
      Contacts: [{ ContactArn: `${PREFIX}:contact/a`, Alias: 'a', Type: 'PERSONAL' }],
    });
  });

  it('can not be deleted while a rotation has them, and tell which', async () => {
    const service = await startTestService();
    const [alice, bob] = [await service.person('alice'), await service.person('bob')];
    const one = await service.rotation('one', [alice, bob]);
    const two = await service.rotation('two', [alice]);
    expect(await service.fail('DeleteContact', { ContactId: alice })).toMatchObject({
      __type: 'ConflictException',
      ResourceId: alice,
      ResourceType: 'CONTACT',
      DependentEntities: [{ RelationType: 'ROTATION', DependentResourceIds: [one, two] }],
    });
    await service.call('DeleteRotation', { RotationId: two });
    await service.call('UpdateRotation', {
      RotationId: one,
      ContactIds: [bob],
      Recurrence: DAILY,
    });
    await service.call('DeleteContact', { ContactId: alice });
  });

  it('stay in plans that name them when they are deleted, and take their channels along', async () => {
    const service = await startTestService();
    const alice = await service.person('alice');
    const { ContactChannelArn } = await service.call('CreateContactChannel', {
      ContactId: alice,
      Name: 'phone',
      Type: 'VOICE',
      DeliveryAddress: { SimpleAddress: '+12065550100' },
    });
    const target = { ContactTargetInfo: { ContactId: alice, IsEssential: true } };
    const Plan = { Stages: [{ DurationInMinutes: 0, Targets: [target] }] };
    const { ContactArn: plan } = await service.call('CreateContact', {
      Alias: 'plan',
      Type: 'ESCALATION',
      Plan,
    });
    await service.call('DeleteContact', { ContactId: alice });
    expect((await service.call('GetContact', { ContactId: plan })).Plan).toEqual(Plan);
    const gone = await service.fail('GetContactChannel', { ContactChannelId: ContactChannelArn });
    expect(gone.__type).toBe('ResourceNotFoundException');
    expect(await service.call('GetContact', { ContactId: await service.person('alice') })).toEqual({
      ContactArn: alice,
      Alias: 'alice',
      Type: 'PERSONAL',
      Plan: { Stages: [] },
    });
    const { ContactChannels } = await service.call('ListContactChannels', { ContactId: alice });
    expect(ContactChannels).toEqual([]);
  });

  it('bear the partition, Region and account that the service serves as', async () => {
    for (const [region, partition] of [
      ['cn-north-1', 'aws-cn'],
      ['us-gov-west-1', 'aws-us-gov'],
      ['eu-central-1', 'aws'],
    ] as const) {
      const service = await startTestService({ account: '444455556666', region });
      expect(await service.person('alice')).toBe(
        `arn:${partition}:ssm-contacts:${region}:444455556666:contact/alice`,
      );
    }
  });
});
