/** Requests of random histories: what they name is mostly there. */
import type { Value } from '../src/model/shapes.ts';
import { sentMessages } from '../src/outbox.ts';
import type { Database } from '../src/store/database.ts';
import { BEGINNING, NO_CODE, type ReferenceOperation, type World } from './reference.ts';
import { PREFIX } from './service.ts';

/** Numbers of `picks` make the choices. The database tells the codes that were sent. */
export function randomInput(
  what: ReferenceOperation,
  picks: readonly number[],
  world: World,
  database: Database,
): object {
  const { below, oneOf, some } = chooser(picks);
  const { contacts, channels, rotations, engagements } = world;
  const contact = () => oneOf(contacts.keys());
  const people = () =>
    some(2, () =>
      oneOf([...contacts.values()].flatMap((it) => (it.type === 'PERSONAL' ? it.arn : []))),
    );
  const code = (kind: 'activation' | 'page', column: 'channel' | 'page', arn: string) => {
    const sent = sentMessages(database).filter((it) => it.kind === kind && it[column] === arn);
    return below(4) === 0 ? NO_CODE : (sent.at(-1)?.code ?? NO_CODE);
  };
  const plan = (type: Value<'ContactType'>, owner: string): Value<'Plan'> => {
    if (type === 'ONCALL_SCHEDULE') {
      return { RotationIds: some(2, () => oneOf(rotations.keys())) };
    }
    const own = [...channels.values()].flatMap((it) => (it.contact === owner ? it.arn : []));
    const Stages = some(3, () => {
      const Targets = some(2, () =>
        type === 'PERSONAL'
          ? { ChannelTargetInfo: { ContactChannelId: oneOf(own) } }
          : { ContactTargetInfo: { ContactId: contact(), IsEssential: below(2) === 0 } },
      );
      return {
        DurationInMinutes: [0, 1, 3, 10][below(4)] || (Targets.length > 0 ? 0 : 5),
        Targets,
      };
    });
    return { Stages };
  };
  const DeliveryAddress = { SimpleAddress: `+1206555010${below(10)}` };
  const rotation = { TimeZoneId: 'UTC', StartTime: BEGINNING - 20 * 3600, Recurrence: DAILY_AT_7 };
  switch (what) {
    case 'CreateContact': {
      const Alias = ['a', 'b', 'c', 'd', 'e'][below(5)] ?? '';
      const Type = TYPES[below(5)] ?? 'PERSONAL';
      const owner = `${PREFIX}:contact/${Alias}`;
      return { Alias, Type, Plan: Type === 'PERSONAL' ? { Stages: [] } : plan(Type, owner) };
    }
    case 'UpdateContact': {
      const ContactId = contact();
      return { ContactId, Plan: plan(contacts.get(ContactId)?.type ?? 'PERSONAL', ContactId) };
    }
    case 'DeleteContact':
    case 'StartEngagement':
      return {
        ContactId: contact(),
        ...(what === 'StartEngagement' && { Sender: 's', Subject: 's', Content: 'c' }),
      };
    case 'CreateContactChannel': {
      const rest = { Name: 'phone', Type: 'SMS', DeliveryAddress };
      return { ContactId: contact(), ...rest, DeferActivation: below(4) === 0 };
    }
    case 'UpdateContactChannel':
      return { ContactChannelId: oneOf(channels.keys()), DeliveryAddress };
    case 'DeleteContactChannel':
    case 'DeactivateContactChannel':
    case 'SendActivationCode':
      return { ContactChannelId: oneOf(channels.keys()) };
    case 'ActivateContactChannel': {
      const ContactChannelId = oneOf(channels.keys());
      return { ContactChannelId, ActivationCode: code('activation', 'channel', ContactChannelId) };
    }
    case 'TagResource': {
      const Tags = [{ Key: `k${below(3)}`, Value: `v${below(3)}` }];
      return { ResourceARN: contact(), Tags };
    }
    case 'UntagResource':
      return { ResourceARN: contact(), TagKeys: [`k${below(3)}`] };
    case 'CreateRotation':
      return { Name: 'r', ContactIds: [contact(), ...people()], ...rotation };
    case 'UpdateRotation': {
      const RotationId = oneOf(rotations.keys());
      return { RotationId, ContactIds: [contact(), ...people()], ...rotation };
    }
    case 'DeleteRotation':
      return { RotationId: oneOf(rotations.keys()) };
    case 'CreateRotationOverride': {
      const RotationId = oneOf(rotations.keys());
      // Behind all others: what overrides do that overlap is nobody's to say.
      const ends = [...(rotations.get(RotationId)?.overrides.values() ?? [])].map(({ end }) => end);
      const start = Math.max(world.now, ...ends) + below(3) * 30;
      const span = { StartTime: BEGINNING + start * 60, EndTime: BEGINNING + (start + 60) * 60 };
      return { RotationId, NewContactIds: people(), ...span };
    }
    case 'DeleteRotationOverride': {
      const RotationId = oneOf(rotations.keys());
      const RotationOverrideId = oneOf(rotations.get(RotationId)?.overrides.keys() ?? []);
      const none = '00000000-0000-0000-0000-000000000000';
      return {
        RotationId,
        RotationOverrideId: /^arn|^$/.test(RotationOverrideId) ? none : RotationOverrideId,
      };
    }
    case 'StopEngagement':
      return { EngagementId: oneOf(engagements.keys()) };
    case 'AcceptPage': {
      const pages = [...engagements.values()].flatMap((it) => it.pages.map(({ arn }) => arn));
      const PageId = oneOf(pages);
      const AcceptType = below(3) === 0 ? 'DELIVERED' : 'READ';
      return { PageId, AcceptType, AcceptCode: code('page', 'page', PageId) };
    }
  }
}

const TYPES = ['PERSONAL', 'PERSONAL', 'ESCALATION', 'ESCALATION', 'ONCALL_SCHEDULE'] as const;

const DAILY_AT_7 = {
  NumberOfOnCalls: 1,
  RecurrenceMultiplier: 1,
  DailySettings: [{ HourOfDay: 7, MinuteOfHour: 0 }],
};

interface Chooser {
  /** A number below. */
  below(count: number): number;
  /** One of them; now and then one that is none of them. */
  oneOf(arns: Iterable<string>): string;
  some<T>(most: number, make: () => T): readonly T[];
}

function chooser(picks: readonly number[]): Chooser {
  let next = 0;
  const below = (count: number) => (picks[next++ % picks.length] ?? 0) % count;
  return {
    below,
    oneOf: (arns) => {
      const all = [...arns];
      const index = below(all.length * 8 + 1);
      return index === 0 ? `${PREFIX}:contact/nobody` : (all[(index - 1) % all.length] ?? '');
    },
    some: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}
