/** The first part of a life: people, and channels that are activated. */
import { expect } from 'vitest';
import { PREFIX, type Story, textOf, UUID } from './story.ts';

export interface Person {
  readonly arn: string;
  readonly phone: string;
  readonly text: string;
}

export async function makePerson(
  { call, service }: Story,
  Alias: string,
  SimpleAddress: string,
): Promise<Person> {
  const DisplayName = `${Alias} Example`;
  const blank = { Alias, DisplayName, Type: 'PERSONAL', Plan: { Stages: [] } };
  const arn = textOf(await call('CreateContact', blank), 'ContactArn');
  expect(arn).toBe(`${PREFIX}:contact/${Alias}`);
  const channel = async (Name: string, Type: string) => {
    const input = { ContactId: arn, Name, Type, DeliveryAddress: { SimpleAddress } };
    const ContactChannelId = textOf(await call('CreateContactChannel', input), 'ContactChannelArn');
    expect(ContactChannelId).toMatch(UUID);
    const ActivationCode = await service.codeOn(ContactChannelId);
    await call('ActivateContactChannel', { ContactChannelId, ActivationCode });
    return ContactChannelId;
  };
  const text = await channel('text', 'SMS');
  const phone = await channel('phone', 'VOICE');
  const Plan = {
    Stages: [text, phone].map((ContactChannelId) => ({
      DurationInMinutes: 5,
      Targets: [{ ChannelTargetInfo: { ContactChannelId, RetryIntervalInMinutes: 2 } }],
    })),
  };
  await call('UpdateContact', { ContactId: arn, Plan });
  const described = { ...blank, ContactArn: arn, Plan };
  expect(await call('GetContact', { ContactId: arn })).toEqual(described);
  return { arn, text, phone };
}

/** What may happen to a channel of a person until it is activated, and after. */
export async function tryChannels({ call, fail, service }: Story, person: Person): Promise<void> {
  const SimpleAddress = 'alice@example.com';
  const create = {
    ContactId: person.arn,
    Name: 'mail',
    Type: 'EMAIL',
    DeliveryAddress: { SimpleAddress },
    DeferActivation: true,
    IdempotencyToken: 'once',
  };
  const made = await call('CreateContactChannel', create);
  // The same request once more makes nothing.
  expect(await call('CreateContactChannel', create)).toEqual(made);
  const ContactChannelId = textOf(made, 'ContactChannelArn');
  await expect(service.codeOn(ContactChannelId)).rejects.toThrow();
  await call('SendActivationCode', { ContactChannelId });
  const code = await service.codeOn(ContactChannelId);
  const wrong = { ContactChannelId, ActivationCode: code === '000000' ? '000001' : '000000' };
  expect(await fail('ActivateContactChannel', wrong)).toBe('ValidationException');
  await call('ActivateContactChannel', { ContactChannelId, ActivationCode: code });
  const described = {
    ContactArn: person.arn,
    ContactChannelArn: ContactChannelId,
    Name: 'mail',
    Type: 'EMAIL',
    DeliveryAddress: { SimpleAddress },
  };
  expect(await call('GetContactChannel', { ContactChannelId })).toEqual({
    ...described,
    ActivationStatus: 'ACTIVATED',
  });
  await call('DeactivateContactChannel', { ContactChannelId });
  await call('UpdateContactChannel', { ContactChannelId, Name: 'old mail' });
  const { ContactChannels } = await call('ListContactChannels', { ContactId: person.arn });
  expect(ContactChannels).toMatchObject([
    { ContactChannelArn: person.text, ActivationStatus: 'ACTIVATED' },
    { ContactChannelArn: person.phone, ActivationStatus: 'ACTIVATED' },
    { ...described, Name: 'old mail', ActivationStatus: 'NOT_ACTIVATED' },
  ]);
  const again = { Alias: 'alice', Type: 'PERSONAL', Plan: { Stages: [] } };
  expect(await fail('CreateContact', again)).toBe('ConflictException');
}
