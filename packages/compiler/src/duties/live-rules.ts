import type { EngagementRules, RotationRules } from '@oncall/simulator';
import type { LiveContact, LiveState } from '../live-state.ts';
import { rotationRules } from './rotation-rules.ts';

/** What people call resources of the account, by ARN; each name once among its kind. */
export interface LiveNames {
  /** Of contacts, plans and schedules, those that were not read among them. */
  contact(arn: string): string;
  /** Undefined where there is no such channel: a stage that targets it is ignored by the service. */
  channel(arn: string): string | undefined;
  rotation(arn: string): string;
}

/** Whom the account would page: the live state as the simulator reads it. */
export function liveRules(live: LiveState, names: LiveNames): EngagementRules {
  const ofType = (type: LiveContact['type']) => live.contacts.filter((each) => each.type === type);
  const schedules = new Set(ofType('ONCALL_SCHEDULE').map(({ arn }) => arn));
  return {
    contacts: new Map(
      ofType('PERSONAL').map((each) => [names.contact(each.arn), contactRules(each, names)]),
    ),
    plans: new Map(
      ofType('ESCALATION').map((each) => {
        const name = names.contact(each.arn);
        return [name, { name, stages: planStages(each, schedules, names) }];
      }),
    ),
    schedules: new Map(
      ofType('ONCALL_SCHEDULE').map(({ arn, plan }) => {
        const arns = 'RotationIds' in plan ? plan.RotationIds : [];
        return [
          names.contact(arn),
          { rotations: arns.map((id) => ({ name: names.rotation(id) })) },
        ];
      }),
    ),
    rotations: new Map(
      live.rotations.flatMap((each): [string, RotationRules][] => {
        const rules = rotationRules(each, names.contact);
        return rules === undefined ? [] : [[names.rotation(each.arn), rules]];
      }),
    ),
  };
}

type Rules<K extends 'contacts' | 'plans'> =
  EngagementRules[K] extends ReadonlyMap<string, infer V> ? V : never;

function contactRules({ plan }: LiveContact, names: LiveNames): Rules<'contacts'> {
  const stages = 'Stages' in plan ? plan.Stages : [];
  return {
    stages: stages.map(({ DurationInMinutes, Targets }) => ({
      minutes: DurationInMinutes,
      targets: Targets.flatMap((target) => {
        if (!('ChannelTargetInfo' in target)) return [];
        const { ContactChannelId, RetryIntervalInMinutes: retry } = target.ChannelTargetInfo;
        const channel = names.channel(ContactChannelId);
        if (channel === undefined) return [];
        return [{ channel, retry: retry === undefined ? undefined : { value: retry } }];
      }),
    })),
  };
}

function planStages(
  { plan }: LiveContact,
  schedules: ReadonlySet<string>,
  names: LiveNames,
): Rules<'plans'>['stages'] {
  const stages = 'Stages' in plan ? plan.Stages : [];
  return stages.map(({ DurationInMinutes, Targets }) => ({
    minutes: DurationInMinutes,
    targets: Targets.flatMap((target) => {
      if (!('ContactTargetInfo' in target)) return [];
      const { ContactId, IsEssential } = target.ContactTargetInfo;
      if (ContactId === undefined) return [];
      const kind = schedules.has(ContactId) ? ('schedule' as const) : ('contact' as const);
      return [{ to: { kind, name: names.contact(ContactId) }, essential: IsEssential }];
    }),
  }));
}
