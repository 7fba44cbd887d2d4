import { describe, expect, it } from 'vitest';
import { resourcesOf } from '../plans.ts';

const [contact, , , engagement] = resourcesOf({
  contacts: [
    {
      name: 'alice',
      alias: 'alice-example',
      displayName: 'Alice Example',
      channels: [
        { name: 'phone', type: 'voice', address: '+12065550100' },
        { name: 'mail', type: 'email', address: 'alice@example.com' },
      ],
      stages: [[5, 'phone retry 2'], [3], [10, 'mail', 'phone']],
      tags: { team: 'sre' },
    },
  ],
});

describe('contact', () => {
  it('is made with a blank plan', () => {
    expect(contact).toMatchObject({
      kind: 'contact',
      id: 'contact/alice-example',
      name: 'alice',
      operation: 'CreateContact',
      arn: 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice-example',
      uses: [],
    });
    expect(contact?.input).toStrictEqual({
      Alias: 'alice-example',
      DisplayName: 'Alice Example',
      Type: 'PERSONAL',
      Plan: { Stages: [] },
      Tags: [
        { Key: 'team', Value: 'sre' },
        { Key: 'oncall/project', Value: 'acme' },
      ],
    });
  });

  it('tells where its members were written', () => {
    expect(contact?.origins).toMatchObject({
      Alias: { piece: { text: 'contact alice' } },
      DisplayName: { piece: { text: '"Alice Example"' } },
      'Tags.0': { piece: { text: 'tag team' } },
    });
  });

  it('has no DisplayName where none is written', () => {
    const [bare] = resourcesOf({ contacts: [{ name: 'bob' }] });
    expect(Object.keys(bare?.input ?? {})).toEqual(['Alias', 'Type', 'Plan', 'Tags']);
  });
});

describe('engagementPlan', () => {
  it('has the stages, whose targets are channels', () => {
    const phone = { ContactChannelId: { arnOf: 'channel/alice-example/phone' } };
    const mail = { ContactChannelId: { arnOf: 'channel/alice-example/mail' } };
    expect(engagement?.id).toBe('engagement-plan/alice-example');
    expect(engagement?.input).toStrictEqual({
      ContactId: { arnOf: 'contact/alice-example' },
      Plan: {
        Stages: [
          {
            DurationInMinutes: 5,
            Targets: [{ ChannelTargetInfo: { ...phone, RetryIntervalInMinutes: 2 } }],
          },
          { DurationInMinutes: 3, Targets: [] },
          {
            DurationInMinutes: 10,
            Targets: [{ ChannelTargetInfo: mail }, { ChannelTargetInfo: phone }],
          },
        ],
      },
    });
    expect(engagement?.uses).toEqual([
      'contact/alice-example',
      'channel/alice-example/phone',
      'channel/alice-example/mail',
    ]);
  });

  it('tells where its members were written', () => {
    const target = 'Plan.Stages.0.Targets.0.ChannelTargetInfo';
    expect(engagement?.origins).toMatchObject({
      'Plan.Stages.1.DurationInMinutes': { piece: { text: 'stage alice.1' } },
      [`${target}.ContactChannelId`]: { piece: { text: 'notify phone retry 2' } },
      [`${target}.RetryIntervalInMinutes`]: { piece: { text: 'retry 2' } },
    });
  });

  it('is not there for a contact without stages', () => {
    const resources = resourcesOf({ contacts: [{ name: 'bob' }] });
    expect(resources.map((resource) => resource.id)).toEqual(['contact/bob']);
  });
});
