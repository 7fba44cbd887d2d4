/**
 * The service once more, as plainly as can be: everything in memory, time passes minute by minute.
 * Random histories hold the real one against it. It knows what the histories do, and no more.
 */
import type { Input, Value } from '../src/model/shapes.ts';
import type { ErrorType } from '../src/service-error.ts';
import { type Engagement, engage, type Page, pass } from './reference-engagement.ts';

export interface Contact {
  readonly arn: string;
  readonly type: Value<'ContactType'>;
  plan: Value<'Plan'>;
  readonly tags: Map<string, string>;
}

export interface Channel {
  readonly arn: string;
  readonly contact: string;
  address: string;
  activated: boolean;
  /** How many codes were sent. */
  codes: number;
}

export interface Rotation {
  readonly arn: string;
  members: readonly string[];
  readonly overrides: Map<string, { start: number; end: number; members: readonly string[] }>;
}

export interface World {
  /** Minutes since the beginning. */
  now: number;
  readonly contacts: Map<string, Contact>;
  readonly channels: Map<string, Channel>;
  readonly rotations: Map<string, Rotation>;
  readonly engagements: Map<string, Engagement>;
}

/** Of all rotations and overrides: epoch seconds at minute 0. Rotations begin 20 hours before. */
export const BEGINNING = Date.UTC(2026, 2, 2, 3) / 1000;

export function newWorld(): World {
  return {
    now: 0,
    contacts: new Map(),
    channels: new Map(),
    rotations: new Map(),
    engagements: new Map(),
  };
}

export function advance(world: World, minutes: number): void {
  for (let minute = 0; minute < minutes; minute++) {
    world.now += 1;
    pass(world);
  }
}

/** What is refused with which error, and what the others do; `arn` is what the service made. */
export const reference: {
  readonly [O in ReferenceOperation]: (
    world: World,
    input: Input<O>,
    arn: string,
  ) => ErrorType | undefined;
} = {
  CreateContact({ contacts, ...world }, { Alias, Type, Plan }, arn) {
    const taken = [...contacts.keys()].find((it) => it.endsWith(`/${Alias}`));
    const refused = planError({ contacts, ...world }, { arn: taken ?? '', type: Type }, Plan);
    if (refused) return refused;
    if (taken) return 'ConflictException';
    contacts.set(arn, { arn, type: Type, plan: Plan, tags: new Map() });
    return undefined;
  },
  UpdateContact(world, { ContactId, Plan = {} }) {
    const contact = world.contacts.get(ContactId);
    if (!contact) return 'ResourceNotFoundException';
    const refused = planError(world, contact, Plan);
    if (!refused) contact.plan = Plan;
    return refused;
  },
  DeleteContact({ contacts, channels, rotations }, { ContactId }) {
    if (!contacts.has(ContactId)) return 'ResourceNotFoundException';
    const members = [...rotations.values()].flatMap((it) => it.members);
    if (members.includes(ContactId)) return 'ConflictException';
    contacts.delete(ContactId);
    for (const { arn, contact } of channels.values()) {
      if (contact === ContactId) channels.delete(arn);
    }
    return undefined;
  },
  CreateContactChannel({ contacts, channels }, input, arn) {
    if (contacts.get(input.ContactId)?.type !== 'PERSONAL') return 'ValidationException';
    channels.set(arn, {
      arn,
      contact: input.ContactId,
      address: input.DeliveryAddress.SimpleAddress ?? '',
      activated: false,
      codes: input.DeferActivation ? 0 : 1,
    });
    return undefined;
  },
  UpdateContactChannel({ channels }, { ContactChannelId, DeliveryAddress }) {
    const channel = channels.get(ContactChannelId);
    if (!channel) return 'ResourceNotFoundException';
    channel.address = DeliveryAddress?.SimpleAddress ?? channel.address;
    return undefined;
  },
  DeleteContactChannel: ({ channels }, { ContactChannelId }) =>
    channels.delete(ContactChannelId) ? undefined : 'ResourceNotFoundException',
  // Histories give the code that was sent last, or one that never is.
  ActivateContactChannel({ channels }, { ContactChannelId, ActivationCode }) {
    const channel = channels.get(ContactChannelId);
    if (!channel) return 'ResourceNotFoundException';
    if (ActivationCode === NO_CODE || channel.codes === 0) return 'ValidationException';
    channel.activated = true;
    return undefined;
  },
  DeactivateContactChannel({ channels }, { ContactChannelId }) {
    const channel = channels.get(ContactChannelId);
    if (!channel) return 'ResourceNotFoundException';
    channel.activated = false;
    channel.codes = 0;
    return undefined;
  },
  SendActivationCode({ channels }, { ContactChannelId }) {
    const channel = channels.get(ContactChannelId);
    if (!channel) return 'ResourceNotFoundException';
    channel.codes += 1;
    return undefined;
  },
  TagResource({ contacts }, { ResourceARN, Tags }) {
    const contact = contacts.get(ResourceARN);
    if (!contact) return 'ResourceNotFoundException';
    for (const { Key = '', Value = '' } of Tags) contact.tags.set(Key, Value);
    return undefined;
  },
  UntagResource({ contacts }, { ResourceARN, TagKeys }) {
    const contact = contacts.get(ResourceARN);
    if (!contact) return 'ResourceNotFoundException';
    for (const key of TagKeys) contact.tags.delete(key);
    return undefined;
  },
  CreateRotation(world, { ContactIds }, arn) {
    if (!arePersons(world, ContactIds)) return 'ValidationException';
    world.rotations.set(arn, { arn, members: ContactIds, overrides: new Map() });
    return undefined;
  },
  UpdateRotation(world, { RotationId, ContactIds = [] }) {
    const rotation = world.rotations.get(RotationId);
    if (!rotation || !arePersons(world, ContactIds)) return 'ValidationException';
    rotation.members = ContactIds;
    return undefined;
  },
  DeleteRotation({ rotations, contacts }, { RotationId }) {
    if (!rotations.delete(RotationId)) return 'ValidationException';
    for (const contact of contacts.values()) {
      const { RotationIds } = contact.plan;
      if (RotationIds)
        contact.plan = { RotationIds: RotationIds.filter((it) => it !== RotationId) };
    }
    return undefined;
  },
  CreateRotationOverride(world, { RotationId, NewContactIds, StartTime, EndTime }, id) {
    const rotation = world.rotations.get(RotationId);
    if (!rotation || !arePersons(world, NewContactIds)) return 'ValidationException';
    const [start, end] = [StartTime, EndTime].map((time) => (time - BEGINNING) / 60);
    rotation.overrides.set(id, { start: start ?? 0, end: end ?? 0, members: NewContactIds });
    return undefined;
  },
  DeleteRotationOverride({ rotations }, { RotationId, RotationOverrideId }) {
    const rotation = rotations.get(RotationId);
    if (!rotation) return 'ValidationException';
    return rotation.overrides.delete(RotationOverrideId) ? undefined : 'ResourceNotFoundException';
  },
  StartEngagement(world, { ContactId }, arn) {
    if (!world.contacts.has(ContactId)) return 'ResourceNotFoundException';
    world.engagements.set(arn, engage(world, ContactId));
    pass(world);
    return undefined;
  },
  StopEngagement(world, { EngagementId }) {
    const engagement = world.engagements.get(EngagementId);
    if (!engagement) return 'ResourceNotFoundException';
    if (engagement.end() <= world.now) return undefined;
    engagement.stoppedAt = world.now;
    for (const page of engagement.pages) {
      if (!page.receipts.includes('READ')) page.receipts.push('STOP');
    }
    return undefined;
  },
  // Histories give the code of the page, or one that never is.
  AcceptPage(world, { PageId, AcceptType, AcceptCode }) {
    for (const engagement of world.engagements.values()) {
      const page = engagement.pages.find(({ arn }) => arn === PageId);
      if (!page) continue;
      if (AcceptCode === NO_CODE) return 'ValidationException';
      receive(page, AcceptType);
      if (AcceptType === 'READ') engagement.acknowledge(page.contact, world.now);
      return undefined;
    }
    return 'ResourceNotFoundException';
  },
};

export type ReferenceOperation =
  | 'AcceptPage'
  | 'ActivateContactChannel'
  | 'CreateContact'
  | 'CreateContactChannel'
  | 'CreateRotation'
  | 'CreateRotationOverride'
  | 'DeactivateContactChannel'
  | 'DeleteContact'
  | 'DeleteContactChannel'
  | 'DeleteRotation'
  | 'DeleteRotationOverride'
  | 'SendActivationCode'
  | 'StartEngagement'
  | 'StopEngagement'
  | 'TagResource'
  | 'UntagResource'
  | 'UpdateContact'
  | 'UpdateContactChannel'
  | 'UpdateRotation';

/** Longer than codes of the service are. */
export const NO_CODE = '0000000';

function receive(page: Page, type: 'READ' | 'DELIVERED'): void {
  if (!page.receipts.includes('DELIVERED')) page.receipts.push('DELIVERED');
  if (type === 'READ') page.receipts.push('READ');
}

function arePersons({ contacts }: World, arns: readonly string[]): boolean {
  return arns.every((arn) => contacts.get(arn)?.type === 'PERSONAL');
}

function planError(
  { contacts, channels, rotations }: World,
  owner: { readonly arn: string; readonly type: Value<'ContactType'> },
  { Stages, RotationIds }: Value<'Plan'>,
): ErrorType | undefined {
  const targets = Stages?.flatMap(({ Targets }) => Targets) ?? [];
  const isValid =
    owner.type === 'ONCALL_SCHEDULE'
      ? !Stages && RotationIds?.every((arn) => rotations.has(arn))
      : Stages &&
        !RotationIds &&
        targets.every(({ ChannelTargetInfo: channel, ContactTargetInfo: contact }) => {
          if (owner.type === 'PERSONAL') {
            return channel && channels.get(channel.ContactChannelId)?.contact === owner.arn;
          }
          const type = contacts.get(contact?.ContactId ?? '')?.type;
          return type === 'PERSONAL' || type === 'ONCALL_SCHEDULE';
        });
  return isValid ? undefined : 'ValidationException';
}
