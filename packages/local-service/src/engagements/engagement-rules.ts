import type { EngagementRules } from '@oncall/simulator';
import type { Value } from '../model/shapes.ts';
import { rotationRules } from '../rules/rotation-rules.ts';
import type { Snapshot } from './snapshot.ts';

/** What the simulator reckons with: names are ARNs. No try fails here, so none is made again. */
export function engagementRules({ contacts, rotations }: Snapshot): EngagementRules {
  const ofType = (type: Value<'ContactType'>) =>
    Object.entries(contacts).filter(([, contact]) => contact.type === type);
  const kindOf = (arn: string) => {
    const type = contacts[arn]?.type;
    if (type === undefined) return 'extern';
    return type === 'ONCALL_SCHEDULE' ? 'schedule' : 'contact';
  };
  return {
    contacts: new Map(
      ofType('PERSONAL').map(([arn, { plan }]) => {
        const stages = (plan.Stages ?? []).map(({ DurationInMinutes, Targets }) => ({
          minutes: DurationInMinutes,
          targets: Targets.flatMap(({ ChannelTargetInfo: channel }) =>
            channel ? [{ channel: channel.ContactChannelId, retry: undefined }] : [],
          ),
        }));
        return [arn, { stages }];
      }),
    ),
    plans: new Map(
      ofType('ESCALATION').map(([arn, { plan }]) => {
        const stages = (plan.Stages ?? []).map(({ DurationInMinutes, Targets }) => ({
          minutes: DurationInMinutes,
          targets: Targets.flatMap(({ ContactTargetInfo: contact }) =>
            contact?.ContactId
              ? [
                  {
                    to: { kind: kindOf(contact.ContactId), name: contact.ContactId } as const,
                    essential: contact.IsEssential,
                  },
                ]
              : [],
          ),
        }));
        return [arn, { name: arn, stages }];
      }),
    ),
    schedules: new Map(
      ofType('ONCALL_SCHEDULE').map(([arn, { plan }]) => [
        arn,
        { rotations: (plan.RotationIds ?? []).map((name) => ({ name })) },
      ]),
    ),
    rotations: new Map(
      Object.entries(rotations).map(([arn, settings]) => [arn, rotationRules(settings)]),
    ),
  };
}
