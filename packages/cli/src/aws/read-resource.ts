/** Reads one thing of an account, as plain data of ours. */
import type {
  ContactPlan,
  ContactType,
  LiveChannel,
  LiveContact,
  LiveOverride,
  LiveRotation,
  Recurrence,
} from '@oncall/compiler';
import { pages } from './pages.ts';
import type { Service } from './service.ts';

export type Tags = Readonly<Record<string, string>>;

/** As lists tell a contact. */
export interface ListedContact {
  readonly ContactArn: string;
  readonly Alias: string;
  readonly Type: ContactType;
}

/** As lists tell a rotation, and as it is read by itself. */
export interface ListedRotation {
  readonly RotationArn: string;
  readonly Name: string;
  readonly ContactIds?: readonly string[];
  readonly StartTime?: number;
  readonly TimeZoneId?: string;
  readonly Recurrence?: Recurrence;
}

/** An override as it is read; whose it is, the service does not know. */
export type ReadOverride = Omit<LiveOverride, 'ours' | 'ended'>;

export async function tagsOf(service: Service, arn: string): Promise<Tags> {
  const { Tags } = (await service.call('ListTagsForResource', { ResourceARN: arn })) as {
    Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
  };
  return Object.fromEntries((Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** Without its channels and tags. */
export async function contactOf(service: Service, arn: string): Promise<LiveContact> {
  const { Alias, Type, DisplayName, Plan } = (await service.call('GetContact', {
    ContactId: arn,
  })) as {
    readonly Alias: string;
    readonly Type: ContactType;
    readonly DisplayName?: string;
    readonly Plan?: ContactPlan;
  };
  return {
    arn,
    alias: Alias,
    type: Type,
    displayName: DisplayName,
    plan: Plan ?? { Stages: [] },
    tags: {},
    channels: [],
  };
}

interface ReadChannel {
  readonly ContactChannelArn: string;
  readonly Name: string;
  readonly Type?: LiveChannel['type'];
  readonly DeliveryAddress?: { readonly SimpleAddress?: string };
  readonly ActivationStatus?: string;
}

export async function channelsOf(
  service: Service,
  contactArn: string,
): Promise<readonly LiveChannel[]> {
  const input = { ContactId: contactArn };
  const listed = await pages<ReadChannel>(service, 'ListContactChannels', input, 'ContactChannels');
  return listed.map(toChannel);
}

export async function channelOf(service: Service, arn: string): Promise<LiveChannel> {
  const answer = await service.call('GetContactChannel', { ContactChannelId: arn });
  return toChannel(answer as unknown as ReadChannel);
}

function toChannel(channel: ReadChannel): LiveChannel {
  return {
    arn: channel.ContactChannelArn,
    name: channel.Name,
    type: channel.Type ?? 'EMAIL',
    address: channel.DeliveryAddress?.SimpleAddress ?? '',
    activated: channel.ActivationStatus === 'ACTIVATED',
  };
}

/** Without its overrides and tags. */
export async function rotationOf(service: Service, arn: string): Promise<LiveRotation> {
  const answer = await service.call('GetRotation', { RotationId: arn });
  return toRotation(answer as unknown as ListedRotation);
}

export function toRotation(listed: ListedRotation): LiveRotation {
  return {
    arn: listed.RotationArn,
    name: listed.Name,
    contactIds: listed.ContactIds ?? [],
    startTime: listed.StartTime ?? 0,
    timeZoneId: listed.TimeZoneId ?? '',
    recurrence: listed.Recurrence ?? { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 },
    tags: {},
    overrides: [],
  };
}

/** Epoch seconds. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Those that lie within, or reach into it. */
export async function overridesOf(
  service: Service,
  rotationArn: string,
  { from, to }: Window,
): Promise<readonly ReadOverride[]> {
  const listed = await pages<ListedOverride>(
    service,
    'ListRotationOverrides',
    { RotationId: rotationArn, StartTime: from, EndTime: to },
    'RotationOverrides',
  );
  return listed.map(toOverride);
}

export async function overrideOf(
  service: Service,
  rotationArn: string,
  id: string,
): Promise<ReadOverride> {
  const input = { RotationId: rotationArn, RotationOverrideId: id };
  const answer = await service.call('GetRotationOverride', input);
  return toOverride(answer as unknown as ListedOverride);
}

interface ListedOverride {
  readonly RotationOverrideId: string;
  readonly NewContactIds?: readonly string[];
  readonly StartTime: number;
  readonly EndTime: number;
}

function toOverride(listed: ListedOverride): ReadOverride {
  const { RotationOverrideId, NewContactIds, StartTime, EndTime } = listed;
  return {
    id: RotationOverrideId,
    contactIds: NewContactIds ?? [],
    startTime: StartTime,
    endTime: EndTime,
  };
}
