import { beforeEach, describe, expect, it } from 'vitest';
import { PREFIX, startTestService, type TestService } from './service.ts';

let service: TestService;
let alice: string;
let phone: string;
let bobsPhone: string;
let rotation: string;
let schedule: string;
let plan: string;

beforeEach(async () => {
  service = await startTestService({ externs: [`${PREFIX}:contact/director`] });
  alice = await service.person('alice');
  const channel = async (ContactId: string) =>
    (
      await service.call('CreateContactChannel', {
        ContactId,
        Name: 'phone',
        Type: 'VOICE',
        DeliveryAddress: { SimpleAddress: '+12065550100' },
      })
    ).ContactChannelArn;
  phone = await channel(alice);
  bobsPhone = await channel(await service.person('bob'));
  rotation = await service.rotation('primary', [alice]);
  const create = async (Alias: string, Type: 'ONCALL_SCHEDULE' | 'ESCALATION', Plan: object) =>
    (await service.call('CreateContact', { Alias, Type, Plan })).ContactArn;
  schedule = await create('schedule', 'ONCALL_SCHEDULE', { RotationIds: [rotation] });
  plan = await create('plan', 'ESCALATION', { Stages: [] });
});

const toChannel = (arn: string) => ({ ChannelTargetInfo: { ContactChannelId: arn } });
const toContact = (arn: string) => ({
  ContactTargetInfo: { ContactId: arn, IsEssential: false },
});
const stage = (...Targets: object[]) => ({ Stages: [{ DurationInMinutes: 5, Targets }] });

/** The paths that an UpdateContact with the plan is refused for. */
async function refused(ContactId: string, Plan: object): Promise<readonly string[]> {
  return service.fields('UpdateContact', { ContactId, Plan });
}

async function accepted(ContactId: string, Plan: object): Promise<void> {
  await service.call('UpdateContact', { ContactId, Plan });
  expect((await service.call('GetContact', { ContactId })).Plan).toEqual(Plan);
}

const target = 'Plan.Stages[0].Targets[0]';

describe('the plan of a person', () => {
  it('takes channels of that person', async () => {
    await accepted(alice, stage(toChannel(phone)));
    await accepted(alice, { Stages: [] });
  });

  it('takes nothing else', async () => {
    const channel = `${target}.ChannelTargetInfo.ContactChannelId`;
    expect(await refused(alice, stage(toChannel(bobsPhone)))).toEqual([channel]);
    expect(await refused(alice, stage(toChannel(`${phone}0`)))).toEqual([channel]);
    expect(await refused(alice, stage(toContact(alice)))).toEqual([target]);
    expect(await refused(alice, {})).toEqual(['Plan.Stages']);
    expect(await refused(alice, { RotationIds: [] })).toEqual(['Plan.RotationIds', 'Plan.Stages']);
    expect(await refused(alice, { Stages: [], RotationIds: [] })).toEqual(['Plan.RotationIds']);
  });
});

describe('an escalation plan', () => {
  it('takes persons, schedules and contacts that live elsewhere', async () => {
    const director = toContact(`${PREFIX}:contact/director`);
    await accepted(plan, stage(toContact(alice), toContact(schedule), director));
  });

  it('takes nothing else', async () => {
    const contact = `${target}.ContactTargetInfo.ContactId`;
    expect(await refused(plan, stage(toContact(plan)))).toEqual([contact]);
    expect(await refused(plan, stage(toContact(`${alice}x`)))).toEqual([contact]);
    const elsewhere = alice.replace('111122223333', '444455556666');
    expect(await refused(plan, stage(toContact(elsewhere)))).toEqual([contact]);
    expect(await refused(plan, stage({ ContactTargetInfo: { IsEssential: true } }))).toEqual([
      contact,
    ]);
    expect(await refused(plan, stage(toChannel(phone)))).toEqual([target]);
    expect(await refused(plan, { Stages: [], RotationIds: [rotation] })).toEqual([
      'Plan.RotationIds',
    ]);
  });
});

describe('a target', () => {
  it('has exactly one of the two kinds', async () => {
    expect(await refused(plan, stage({}))).toEqual([target]);
    expect(await refused(plan, stage({ ...toChannel(phone), ...toContact(alice) }))).toEqual([
      target,
    ]);
    expect(await refused(alice, stage({ ...toChannel(phone), ...toContact(alice) }))).toEqual([
      target,
    ]);
  });

  it('with a member that is null has none of that kind', async () => {
    await service.call('UpdateContact', {
      ContactId: alice,
      Plan: stage({ ...toChannel(phone), ContactTargetInfo: null }),
    });
    const contact = await service.call('GetContact', { ContactId: alice });
    expect(contact.Plan).toEqual(stage(toChannel(phone)));
  });
});

describe('a stage', () => {
  it('of no minutes needs a target; one that only waits needs a minute', async () => {
    const zero = (Targets: object[]) => ({ Stages: [{ DurationInMinutes: 0, Targets }] });
    await accepted(plan, zero([toContact(alice)]));
    await accepted(plan, { Stages: [{ DurationInMinutes: 1, Targets: [] }] });
    expect(await refused(plan, zero([]))).toEqual(['Plan.Stages[0].DurationInMinutes']);
  });
});

describe('the plan of a schedule', () => {
  it('takes rotations, and may have none', async () => {
    await accepted(schedule, { RotationIds: [] });
    await accepted(schedule, { RotationIds: Array(8).fill(rotation) });
  });

  it('takes no stages, not even an empty list', async () => {
    const error = await service.fail('UpdateContact', {
      ContactId: schedule,
      Plan: { Stages: [], RotationIds: [rotation] },
    });
    expect(error.Message).toContain('ONCALL SCHEDULE contact cannot have stages in plan');
    expect(error.Fields).toHaveLength(1);
  });

  it('takes rotations that exist, at most eight', async () => {
    expect(await refused(schedule, { RotationIds: [rotation, `${rotation}x`] })).toEqual([
      'Plan.RotationIds[1]',
    ]);
    expect(await refused(schedule, { RotationIds: Array(9).fill(rotation) })).toEqual([
      'Plan.RotationIds',
    ]);
    expect(await refused(schedule, {})).toEqual(['Plan.RotationIds']);
  });
});

it('all that is wrong with a plan comes at once, at creation too', async () => {
  const input = {
    Alias: 'new',
    Type: 'ESCALATION',
    Plan: { Stages: [{ DurationInMinutes: 0, Targets: [] }, ...stage({}).Stages] },
    Tags: [{ Key: 'team' }],
  };
  expect(await service.fields('CreateContact', input)).toEqual([
    'Plan.Stages[0].DurationInMinutes',
    'Plan.Stages[1].Targets[0]',
    'Tags[0].Value',
  ]);
});
