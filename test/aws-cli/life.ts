/** A whole life in the service: all operations, by any client, with what the model says they mean. */
import { expect } from 'vitest';
import type { Answer, Client } from './client.ts';
import { makePerson, type Person, tryChannels } from './people.ts';
import { makeRotation, type Rotation } from './rotation.ts';
import type { ServiceProcess } from './service-process.ts';
import { BIRTH, PREFIX, type Story, textOf } from './story.ts';

/** Returns the operations that were called. */
export async function live(
  { call: send, fail: refuse }: Client,
  service: ServiceProcess,
): Promise<ReadonlySet<string>> {
  const called = new Set<string>();
  const call: Client['call'] = (operation, input) => {
    called.add(operation);
    return send(operation, input);
  };
  const fail: Client['fail'] = (operation, input) => {
    called.add(operation);
    return refuse(operation, input);
  };
  const story = { call, fail, service };
  const alice = await makePerson(story, 'alice', '+12065550100');
  const bob = await makePerson(story, 'bob', '+12065550101');
  await tryChannels(story, alice);
  const rotation = await makeRotation(story, [alice, bob]);
  const { schedule, plan } = await makePlans(story, rotation.arn, bob.arn);
  await page(story, { plan, schedule, alice, bob });
  await tearDown(story, [plan, schedule], rotation, [alice, bob]);
  return called;
}

async function makePlans({ call, fail }: Story, rotation: string, bob: string) {
  const schedule = textOf(
    await call('CreateContact', {
      Alias: 'sre-oncall',
      Type: 'ONCALL_SCHEDULE',
      Plan: { RotationIds: [rotation] },
    }),
    'ContactArn',
  );
  const target = (ContactId: string, IsEssential: boolean) => ({
    ContactTargetInfo: { ContactId, IsEssential },
  });
  const Stages = [
    { DurationInMinutes: 10, Targets: [target(schedule, true)] },
    { DurationInMinutes: 10, Targets: [target(bob, true)] },
  ];
  const plan = textOf(
    await call('CreateContact', { Alias: 'sre', Type: 'ESCALATION', Plan: { Stages } }),
    'ContactArn',
  );
  const both = { Alias: 'both', Type: 'ESCALATION', Plan: { Stages, RotationIds: [rotation] } };
  expect(await fail('CreateContact', both)).toBe('ValidationException');
  expect(await call('ListContacts', {})).toMatchObject({
    Contacts: [{ Alias: 'alice' }, { Alias: 'bob' }, { Alias: 'sre' }, { Alias: 'sre-oncall' }],
  });

  await call('TagResource', {
    ResourceARN: plan,
    Tags: [{ Key: 'oncall/project', Value: 'acme' }],
  });
  await call('TagResource', { ResourceARN: plan, Tags: [{ Key: 'stage', Value: 'prod' }] });
  await call('UntagResource', { ResourceARN: plan, TagKeys: ['stage'] });
  const Tags = [{ Key: 'oncall/project', Value: 'acme' }];
  expect(await call('ListTagsForResource', { ResourceARN: plan })).toEqual({ Tags });
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  await call('PutContactPolicy', { ContactArn: plan, Policy });
  expect(await call('GetContactPolicy', { ContactArn: plan })).toEqual({
    ContactArn: plan,
    Policy,
  });
  return { schedule, plan };
}

/** Alice is on call until 09:00 in New York. She is silent; bob answers. */
async function page(
  { call, fail, service }: Story,
  {
    plan,
    schedule,
    alice,
    bob,
  }: {
    readonly plan: string;
    readonly schedule: string;
    readonly alice: Person;
    readonly bob: Person;
  },
): Promise<void> {
  const texts = {
    Sender: 'monitor',
    Subject: 'Disk full',
    Content: 'On db-1',
    PublicSubject: 'Please call',
    PublicContent: 'A disk',
    IncidentId: 'arn:aws:ssm-incidents::111122223333:incident-record/disk/1',
  };
  const start = { ContactId: plan, ...texts };
  const EngagementArn = textOf(await call('StartEngagement', start), 'EngagementArn');
  expect(EngagementArn).toMatch(`${PREFIX}:engagement/sre/`);
  const EngagementId = EngagementArn;
  const at = (minutes: number) => new Date(Date.parse(BIRTH) + minutes * 60_000);
  const pages = async () =>
    (await call('ListPagesByEngagement', { EngagementId }))['Pages'] as readonly Answer[];
  await service.advance(7);
  await service.killAndRestart();
  expect(await pages()).toMatchObject([
    { ContactArn: alice.arn, SentTime: at(0) },
    { ContactArn: alice.arn, SentTime: at(5) },
  ]);
  await service.advance(4);
  const all = await pages();
  expect(all).toHaveLength(3);
  const PageArn = textOf(all[2] ?? {}, 'PageArn');
  const { IncidentId } = texts;
  const summary = { PageArn, EngagementArn, ContactArn: bob.arn, Sender: 'monitor', IncidentId };
  expect(all[2]).toEqual({ ...summary, SentTime: at(10) });

  const AcceptCode = (await service.acceptCodes()).get(PageArn) ?? '';
  const wrong = AcceptCode === '000000' ? '000001' : '000000';
  const accept = { PageId: PageArn, AcceptType: 'READ', AcceptCode, ContactChannelId: bob.text };
  const guess = { ...accept, AcceptCode: wrong, AcceptCodeValidation: 'ENFORCE' };
  expect(await fail('AcceptPage', guess)).toBe('ValidationException');
  await call('AcceptPage', { ...accept, Note: 'on it' });
  await service.advance(30);
  expect(await pages()).toHaveLength(3);
  const times = { SentTime: at(10), DeliveryTime: at(11), ReadTime: at(11) };
  expect(await call('DescribePage', { PageId: PageArn })).toEqual({
    ...summary,
    ...texts,
    ...times,
  });
  const { Pages } = await call('ListPagesByContact', { ContactId: bob.arn });
  expect(Pages).toEqual([{ ...summary, ...times }]);
  const { Receipts } = await call('ListPageReceipts', { PageId: PageArn });
  const receipt = { ContactChannelArn: bob.text, ReceiptInfo: 'on it', ReceiptTime: at(11) };
  expect(Receipts).toMatchObject([
    { ContactChannelArn: bob.text, ReceiptType: 'SENT', ReceiptTime: at(10) },
    { ...receipt, ReceiptType: 'DELIVERED' },
    { ...receipt, ReceiptType: 'READ' },
  ]);
  const way = { ContactArn: plan, Type: 'ESCALATION' };
  const { PageResolutions } = await call('ListPageResolutions', { PageId: all[0]?.['PageArn'] });
  expect(PageResolutions).toEqual([
    way,
    { ContactArn: schedule, Type: 'ONCALL_SCHEDULE', StageIndex: 0 },
    { ContactArn: alice.arn, Type: 'PERSONAL', StageIndex: 0 },
  ]);

  const described = {
    EngagementArn,
    ContactArn: plan,
    ...texts,
    StartTime: at(0),
    StopTime: at(11),
  };
  expect(await call('DescribeEngagement', { EngagementId })).toEqual(described);
  const second = textOf(await call('StartEngagement', start), 'EngagementArn');
  await service.advance(1);
  await call('StopEngagement', { EngagementId: second, Reason: 'a mistake' });
  const { Subject, Content, PublicSubject, PublicContent, ...listed } = described;
  expect(await call('ListEngagements', { IncidentId })).toEqual({
    Engagements: [
      { ...listed, EngagementArn: second, StartTime: at(41), StopTime: at(42) },
      listed,
    ],
  });
}

async function tearDown(
  { call, fail }: Story,
  plans: readonly string[],
  rotation: Rotation,
  [first, second]: readonly [Person, Person],
): Promise<void> {
  expect(await fail('DeleteContact', { ContactId: first.arn })).toBe('ConflictException');
  const RotationId = rotation.arn;
  const override = { RotationId, RotationOverrideId: rotation.override };
  await call('DeleteRotationOverride', override);
  expect(await fail('GetRotationOverride', override)).toBe('ResourceNotFoundException');
  await call('DeleteRotation', { RotationId });
  expect(await fail('GetRotation', { RotationId })).toBe('ValidationException');
  const [, schedule] = plans;
  expect(await call('GetContact', { ContactId: schedule })).toMatchObject({
    Plan: { RotationIds: [] },
  });
  // Stages that name a channel keep it, and ignore it.
  await call('DeleteContactChannel', { ContactChannelId: first.text });
  const { Plan } = await call('GetContact', { ContactId: first.arn });
  expect(JSON.stringify(Plan)).toContain(first.text);
  for (const ContactId of [first.arn, second.arn, ...plans]) {
    await call('DeleteContact', { ContactId });
  }
  expect(await fail('GetContact', { ContactId: first.arn })).toBe('ResourceNotFoundException');
  expect(await call('ListContacts', {})).toEqual({ Contacts: [] });
}
