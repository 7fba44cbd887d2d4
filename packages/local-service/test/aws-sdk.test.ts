/** The AWS SDK against the service: what it sends is taken, and what it is answered it reads. */
import {
  ConflictException,
  CreateContactChannelCommand,
  CreateContactCommand,
  type CreateContactCommandInput,
  CreateRotationCommand,
  CreateRotationOverrideCommand,
  DeleteContactChannelCommand,
  DeleteContactCommand,
  DeleteRotationCommand,
  DeleteRotationOverrideCommand,
  GetContactChannelCommand,
  GetContactCommand,
  GetRotationCommand,
  GetRotationOverrideCommand,
  ListRotationOverridesCommand,
  ListTagsForResourceCommand,
  paginateListContactChannels,
  paginateListContacts,
  paginateListRotations,
  ResourceNotFoundException,
  SendActivationCodeCommand,
  SSMContactsClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateContactChannelCommand,
  UpdateContactCommand,
  UpdateRotationCommand,
  ValidationException,
} from '@aws-sdk/client-ssm-contacts';
import { expect, it } from 'vitest';
import { startTestService } from './service.ts';

async function start(): Promise<SSMContactsClient> {
  const { url } = await startTestService();
  return new SSMContactsClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

it('lives a whole life', async () => {
  const client = await start();
  const Tags = [{ Key: 'oncall/project', Value: 'acme' }];
  const person = async (Alias: string) => {
    const { ContactArn } = await client.send(
      new CreateContactCommand({ Alias, Type: 'PERSONAL', Plan: { Stages: [] }, Tags }),
    );
    return ContactArn ?? '';
  };
  const alice = await person('alice');
  const bob = await person('bob');

  const channels: string[] = [];
  for (const [Name, Type, SimpleAddress] of [
    ['phone', 'VOICE', '+12065550100'],
    ['text', 'SMS', '+12065550100'],
    ['mail', 'EMAIL', 'alice@example.com'],
  ] as const) {
    const DeliveryAddress = { SimpleAddress };
    const { ContactChannelArn } = await client.send(
      new CreateContactChannelCommand({ ContactId: alice, Name, Type, DeliveryAddress }),
    );
    channels.push(ContactChannelArn ?? '');
  }
  const [phone = '', text = ''] = channels;
  await client.send(new SendActivationCodeCommand({ ContactChannelId: phone }));
  await client.send(new UpdateContactChannelCommand({ ContactChannelId: phone, Name: 'mobile' }));
  expect(
    await client.send(new GetContactChannelCommand({ ContactChannelId: phone })),
  ).toMatchObject({ Name: 'mobile', Type: 'VOICE', ActivationStatus: 'NOT_ACTIVATED' });
  const pages: number[] = [];
  const paging = { client, pageSize: 2 };
  for await (const page of paginateListContactChannels(paging, { ContactId: alice })) {
    pages.push(page.ContactChannels?.length ?? 0);
  }
  expect(pages).toEqual([2, 1]);

  const Plan = {
    Stages: [
      {
        DurationInMinutes: 5,
        Targets: [
          { ChannelTargetInfo: { ContactChannelId: phone, RetryIntervalInMinutes: 1 } },
          { ChannelTargetInfo: { ContactChannelId: text } },
        ],
      },
    ],
  };
  await client.send(new UpdateContactCommand({ ContactId: alice, DisplayName: 'Alice', Plan }));
  expect(await client.send(new GetContactCommand({ ContactId: alice }))).toMatchObject({
    Alias: 'alice',
    DisplayName: 'Alice',
    Type: 'PERSONAL',
    Plan,
  });

  const StartTime = new Date('2026-11-02T09:00:00Z');
  const Recurrence = {
    NumberOfOnCalls: 1,
    RecurrenceMultiplier: 1,
    WeeklySettings: [{ DayOfWeek: 'MON' as const, HandOffTime: { HourOfDay: 9, MinuteOfHour: 0 } }],
    ShiftCoverages: {
      MON: [{ Start: { HourOfDay: 9, MinuteOfHour: 0 }, End: { HourOfDay: 17, MinuteOfHour: 0 } }],
    },
  };
  const rotation = {
    Name: 'primary',
    ContactIds: [alice],
    StartTime,
    TimeZoneId: 'America/New_York',
    Recurrence,
  };
  const { RotationArn: RotationId } = await client.send(
    new CreateRotationCommand({ ...rotation, Tags }),
  );
  expect(await client.send(new GetRotationCommand({ RotationId }))).toMatchObject(rotation);
  await client.send(
    new UpdateRotationCommand({ RotationId, Recurrence, ContactIds: [alice, bob] }),
  );

  // The SDK sends whole seconds.
  const hour = Math.floor(Date.now() / 3_600_000);
  const [from, to] = [new Date(hour * 3_600_000), new Date((hour + 1) * 3_600_000)];
  const { RotationOverrideId } = await client.send(
    new CreateRotationOverrideCommand({
      RotationId,
      NewContactIds: [bob],
      StartTime: from,
      EndTime: to,
    }),
  );
  expect(
    await client.send(new GetRotationOverrideCommand({ RotationId, RotationOverrideId })),
  ).toMatchObject({ RotationArn: RotationId, NewContactIds: [bob], StartTime: from, EndTime: to });
  const range = { RotationId, StartTime: from, EndTime: to };
  const { RotationOverrides } = await client.send(new ListRotationOverridesCommand(range));
  expect(RotationOverrides).toHaveLength(1);
  expect(RotationOverrides?.[0]?.CreateTime).toBeInstanceOf(Date);

  const { ContactArn: schedule } = await client.send(
    new CreateContactCommand({
      Alias: 'schedule',
      Type: 'ONCALL_SCHEDULE',
      Plan: { RotationIds: [RotationId ?? ''] },
    }),
  );
  const stage = (target: string | undefined, DurationInMinutes: number) => ({
    DurationInMinutes,
    Targets: [{ ContactTargetInfo: { ContactId: target ?? '', IsEssential: true } }],
  });
  const { ContactArn: plan } = await client.send(
    new CreateContactCommand({
      Alias: 'plan',
      Type: 'ESCALATION',
      Plan: { Stages: [stage(schedule, 5), stage(bob, 0)] },
    }),
  );

  const resource = { ResourceARN: RotationId };
  await client.send(new TagResourceCommand({ ...resource, Tags: [{ Key: 'team', Value: 'sre' }] }));
  await client.send(new UntagResourceCommand({ ...resource, TagKeys: ['oncall/project'] }));
  expect((await client.send(new ListTagsForResourceCommand(resource))).Tags).toEqual([
    { Key: 'team', Value: 'sre' },
  ]);

  const aliases: (string | undefined)[] = [];
  for await (const page of paginateListContacts({ client, pageSize: 3 }, {})) {
    aliases.push(...(page.Contacts ?? []).map((contact) => contact.Alias));
  }
  expect(aliases).toEqual(['alice', 'bob', 'plan', 'schedule']);

  await client.send(new DeleteRotationOverrideCommand({ RotationId, RotationOverrideId }));
  await client.send(new DeleteContactChannelCommand({ ContactChannelId: text }));
  await client.send(new DeleteContactCommand({ ContactId: plan }));
  await client.send(new DeleteRotationCommand({ RotationId }));
  for (const ContactId of [schedule, alice, bob]) {
    await client.send(new DeleteContactCommand({ ContactId }));
  }
  for await (const page of paginateListContacts({ client }, {})) expect(page.Contacts).toEqual([]);
  for await (const page of paginateListRotations({ client }, {})) {
    expect(page.Rotations).toEqual([]);
  }
});

it('reads errors with their members', async () => {
  const client = await start();
  const input: CreateContactCommandInput = {
    Alias: 'alice',
    Type: 'PERSONAL',
    Plan: { Stages: [] },
  };
  const { ContactArn } = await client.send(new CreateContactCommand(input));
  const failure = async (sent: Promise<unknown>): Promise<unknown> =>
    sent.then(
      () => undefined,
      (error: unknown) => error,
    );

  const twice = await failure(client.send(new CreateContactCommand(input)));
  expect(twice).toBeInstanceOf(ConflictException);
  expect(twice).toMatchObject({
    message: 'A contact has the alias alice already',
    ResourceId: ContactArn,
    ResourceType: 'CONTACT',
  });

  const missing = await failure(
    client.send(new GetContactCommand({ ContactId: `${ContactArn}x` })),
  );
  expect(missing).toBeInstanceOf(ResourceNotFoundException);

  const invalid = await failure(
    client.send(new CreateContactCommand({ ...input, Alias: 'Bob', Plan: {} })),
  );
  expect(invalid).toBeInstanceOf(ValidationException);
  expect(invalid).toMatchObject({
    Reason: 'FIELD_VALIDATION_FAILED',
    Fields: [{ Name: 'Alias', Message: expect.stringMatching(/^must match/) }],
  });
});
