import type { LiveContact, LiveRotation, LiveState, Step } from '@oncall/compiler';
import { describe, expect, it } from 'vitest';
import { type Answer, type Service, ServiceError } from '../../src/aws/service.ts';
import { createGuard, MovedOn } from '../../src/deployment/guard.ts';

const alice: LiveContact = {
  arn: 'arn:alice',
  alias: 'alice',
  type: 'PERSONAL',
  displayName: 'Alice',
  plan: { Stages: [] },
  tags: { 'oncall/project': 'acme' },
  channels: [
    { arn: 'arn:phone', name: 'phone', type: 'VOICE', address: '+12065550100', activated: true },
  ],
};
const weekly: LiveContact = {
  ...alice,
  arn: 'arn:weekly',
  alias: 'weekly',
  type: 'ONCALL_SCHEDULE',
  displayName: undefined,
  plan: { RotationIds: ['arn:rotation', 'arn:other'] },
  channels: [],
};
const rotation: LiveRotation = {
  arn: 'arn:rotation',
  name: 'primary',
  contactIds: ['arn:alice'],
  startTime: 0,
  timeZoneId: 'UTC',
  recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 },
  tags: { 'oncall/project': 'acme' },
  overrides: [],
};
const live: LiveState = { contacts: [alice, weekly], rotations: [rotation] };

const readAlice = { Alias: 'alice', Type: 'PERSONAL', DisplayName: 'Alice', Plan: { Stages: [] } };
const readPhone = {
  ContactChannelArn: 'arn:phone',
  Name: 'phone',
  Type: 'VOICE',
  DeliveryAddress: { SimpleAddress: '+12065550100' },
  ActivationStatus: 'NOT_ACTIVATED',
};
const ours = { Tags: [{ Key: 'oncall/project', Value: 'acme' }] };

/** A guard over a service that answers so, and the calls that it made. */
function scene(special: Record<string, Answer | Error>) {
  const answers: Record<string, Answer | Error> = { ListTagsForResource: ours, ...special };
  const calls: string[] = [];
  const service: Service = {
    call: async (operation) => {
      calls.push(operation);
      const answer = answers[operation] ?? {};
      if (answer instanceof Error) throw answer;
      return answer;
    },
    close: () => {},
  };
  const window = { from: 0, to: 1 };
  const guard = createGuard(service, { live, project: 'acme', window });
  return { guard, calls };
}

function step(operation: string): Step {
  const place = { change: 'contact/alice', of: 'contact/alice', origin: undefined, origins: {} };
  return { id: 'x', operation, input: {}, after: [], wave: 0, ...place, handMade: false };
}

describe('createGuard', () => {
  it('lets through what is as it was, whoever activated what', async () => {
    const { guard, calls } = scene({
      GetContact: readAlice,
      ListContactChannels: { ContactChannels: [readPhone] },
    });
    await guard.check(step('DeleteContact'), { ContactId: 'arn:alice' });
    expect(calls).toEqual(['ListTagsForResource', 'GetContact', 'ListContactChannels']);
  });

  it('holds back what has changed, or is gone', async () => {
    const input = { ContactId: 'arn:alice' };
    const changed = scene({ GetContact: { ...readAlice, DisplayName: 'A' } });
    await expect(changed.guard.check(step('UpdateContact'), input)).rejects.toMatchObject({
      message: 'contact/alice was not touched: it was changed since the plan was made',
      arn: 'arn:alice',
    });
    const details = { fields: [], dependents: [] };
    const error = new ServiceError('GetContact', 'ResourceNotFoundException', 'no', details);
    const gone = scene({ GetContact: error });
    await expect(gone.guard.check(step('UpdateContact'), input)).rejects.toThrow('it was deleted');
  });

  it('passes other errors on', async () => {
    const { guard } = scene({ GetContact: new Error('reset') });
    const checked = guard.check(step('UpdateContact'), { ContactId: 'arn:alice' });
    await expect(checked).rejects.toThrow('reset');
    await expect(checked).rejects.not.toBeInstanceOf(MovedOn);
  });

  it('asks once whether something is still ours', async () => {
    const { guard, calls } = scene({ GetContactChannel: readPhone });
    await guard.check(step('CreateContactChannel'), { ContactId: 'arn:alice' });
    await guard.check(step('DeleteContactChannel'), { ContactChannelId: 'arn:phone' });
    expect(calls).toEqual(['ListTagsForResource', 'GetContactChannel']);
  });

  it.each([
    ['CreateContactChannel', { ContactId: 'arn:alice' }],
    ['UpdateContactChannel', { ContactChannelId: 'arn:phone' }],
    ['UpdateContact', { ContactId: 'arn:alice' }],
    ['CreateRotationOverride', { RotationId: 'arn:rotation' }],
    ['DeleteRotation', { RotationId: 'arn:rotation' }],
  ])('holds back %s where it is not ours any more', async (operation, input) => {
    const { guard, calls } = scene({ ListTagsForResource: {} });
    await expect(guard.check(step(operation), input)).rejects.toThrow(
      "it is no longer tagged as the project acme's",
    );
    expect(calls).toEqual(['ListTagsForResource']);
  });

  it('does not look at what this run has made or changed', async () => {
    const { guard, calls } = scene({ GetContact: readAlice });
    const made = { Alias: 'new', Type: 'PERSONAL', Plan: { Stages: [] }, Tags: [] };
    guard.did(step('CreateContact'), made, 'arn:new');
    await guard.check(step('UpdateContact'), { ContactId: 'arn:new' });
    expect(calls).toEqual([]);
    const renamed = { ContactId: 'arn:alice', DisplayName: 'Other' };
    guard.did(step('UpdateContact'), renamed, '');
    await guard.check(step('UpdateContact'), { ContactId: 'arn:alice' });
    expect(calls).toEqual([]);
  });

  it('knows what its own deletions took along', async () => {
    const { guard } = scene({
      GetContact: {
        Alias: 'weekly',
        Type: 'ONCALL_SCHEDULE',
        Plan: { RotationIds: ['arn:other'] },
      },
    });
    const input = { ContactId: 'arn:weekly' };
    await expect(guard.check(step('UpdateContact'), input)).rejects.toThrow('changed');
    guard.did(step('DeleteRotation'), { RotationId: 'arn:rotation' }, '');
    await guard.check(step('UpdateContact'), input);
  });
});
