import { describe, expect, it } from 'vitest';
import { resourcesOf } from '../plans.ts';

const director = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/director';
const plan = resourcesOf({
  contacts: [{ name: 'alice', alias: 'al' }],
  externs: { director },
  rotations: [{ name: 'primary', members: ['alice'] }],
  schedules: [{ name: 'weekly', alias: 'on-call-weekly', rotations: ['primary'] }],
  plans: [
    {
      name: 'sre',
      displayName: 'SRE escalation',
      stages: [[5, 'weekly essential', 'alice'], [3], [0, 'director']],
    },
  ],
}).at(-1);

describe('plan', () => {
  it('is a contact of type ESCALATION', () => {
    expect(plan).toMatchObject({ kind: 'plan', id: 'plan/sre', operation: 'CreateContact' });
    expect(plan?.input).toStrictEqual({
      Alias: 'sre',
      DisplayName: 'SRE escalation',
      Type: 'ESCALATION',
      Plan: {
        Stages: [
          {
            DurationInMinutes: 5,
            Targets: [
              {
                ContactTargetInfo: {
                  ContactId: { arnOf: 'schedule/on-call-weekly' },
                  IsEssential: true,
                },
              },
              { ContactTargetInfo: { ContactId: { arnOf: 'contact/al' }, IsEssential: false } },
            ],
          },
          { DurationInMinutes: 3, Targets: [] },
          {
            DurationInMinutes: 0,
            Targets: [{ ContactTargetInfo: { ContactId: director, IsEssential: false } }],
          },
        ],
      },
      Tags: [{ Key: 'oncall/project', Value: 'acme' }],
    });
    expect(plan?.uses).toEqual(['schedule/on-call-weekly', 'contact/al']);
  });

  it('tells where its members were written', () => {
    expect(plan?.origins).toMatchObject({
      Alias: { piece: { text: 'plan sre' } },
      'Plan.Stages.1.DurationInMinutes': { piece: { text: 'stage sre.1' } },
      'Plan.Stages.0.Targets.1.ContactTargetInfo.ContactId': { piece: { text: '@alice' } },
      'Plan.Stages.2.Targets.0.ContactTargetInfo.ContactId': { piece: { text: '@director' } },
    });
  });
});
