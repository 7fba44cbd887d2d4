import { describe, expect, it } from 'vitest';
import { type LiveContact, type LiveRotation, sameContents } from '../src/index.ts';

const target = (id: string, retry?: number) => ({
  ChannelTargetInfo: { ContactChannelId: id, RetryIntervalInMinutes: retry },
});
const channel = { arn: 'p', name: 'p', type: 'VOICE', address: '+1', activated: false } as const;
const contact: LiveContact = {
  arn: 'a',
  alias: 'a',
  type: 'PERSONAL',
  displayName: undefined,
  plan: { Stages: [{ DurationInMinutes: 5, Targets: [target('p'), target('q', 1)] }] },
  tags: {},
  channels: [channel, { ...channel, arn: 'q' }],
};
const rotation: LiveRotation = {
  arn: 'r',
  name: 'r',
  contactIds: ['a', 'b'],
  startTime: 10,
  timeZoneId: 'UTC',
  recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1, ShiftCoverages: {} },
  tags: {},
  overrides: [{ id: 'o', contactIds: [], startTime: 1, endTime: 2, ours: true }],
};

describe('sameContents', () => {
  it.each<[string, LiveContact | LiveRotation, LiveContact | LiveRotation]>([
    ['tags', contact, { ...contact, tags: { k: 'v' } }],
    ['no display name and an empty one', contact, { ...contact, displayName: '' }],
    [
      'activation',
      contact,
      { ...contact, channels: contact.channels.map((each) => ({ ...each, activated: true })) },
    ],
    ['the order of channels', contact, { ...contact, channels: contact.channels.toReversed() }],
    [
      'the order of targets',
      contact,
      {
        ...contact,
        plan: { Stages: [{ DurationInMinutes: 5, Targets: [target('q', 1), target('p')] }] },
      },
    ],
    ['fractions of a second', rotation, { ...rotation, startTime: 10.5 }],
    [
      'what is empty',
      rotation,
      { ...rotation, recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 } },
    ],
    [
      'whose overrides are',
      rotation,
      {
        ...rotation,
        overrides: rotation.overrides.map((each) => ({ ...each, ours: false, ended: true })),
      },
    ],
  ])('makes no difference of %s', (_what, one, other) => {
    expect(sameContents(one, other)).toBe(true);
  });

  it.each<[string, LiveContact | LiveRotation, LiveContact | LiveRotation]>([
    [
      'an address',
      contact,
      { ...contact, channels: [channel, { ...channel, arn: 'q', address: '+2' }] },
    ],
    [
      'a retry',
      contact,
      {
        ...contact,
        plan: { Stages: [{ DurationInMinutes: 5, Targets: [target('p'), target('q')] }] },
      },
    ],
    ['turns', rotation, { ...rotation, contactIds: ['b', 'a'] }],
    ['an override', rotation, { ...rotation, overrides: [] }],
    ['a type', contact, { ...contact, type: 'ESCALATION' }],
  ])('sees %s', (_what, one, other) => {
    expect(sameContents(one, other)).toBe(false);
  });
});
