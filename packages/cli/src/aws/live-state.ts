import type {
  ContactPlan,
  ContactType,
  LiveChannel,
  LiveContact,
  LiveOverride,
  LiveRotation,
  LiveState,
  Recurrence,
} from '@oncall/compiler';
import { concurrently } from '../concurrently.ts';
import { pages } from './pages.ts';
import { meansGone, type Service, ServiceError } from './service.ts';

/** What of an account is looked at. */
export interface Wanted {
  /** Aliases and rotation names of the files; what bears them is read even where it is not ours. */
  readonly aliases: ReadonlySet<string>;
  readonly rotationNames: ReadonlySet<string>;
  /** Whether tags say that a resource is of this project. */
  isOurs(tags: Readonly<Record<string, string>>): boolean;
  /** Whether an override was made by an apply of this project. */
  madeByUs(rotationArn: string, startTime: number, endTime: number): boolean;
  /** Epoch seconds: overrides that lie within are read. */
  readonly from: number;
  readonly to: number;
  /** Epoch seconds. */
  readonly now: number;
}

const width = 8;

/** All that an account has, by name. */
export interface Listing {
  readonly contacts: readonly ListedContact[];
  readonly rotations: readonly ListedRotation[];
}

export async function listAccount(service: Service): Promise<Listing> {
  const [contacts, rotations] = await Promise.all([
    pages<ListedContact>(service, 'ListContacts', {}, 'Contacts'),
    pages<ListedRotation>(service, 'ListRotations', {}, 'Rotations'),
  ]);
  return { contacts, rotations };
}

export function arnsIn({ contacts, rotations }: Listing): readonly string[] {
  return [
    ...contacts.map(({ ContactArn }) => ContactArn),
    ...rotations.map(({ RotationArn }) => RotationArn),
  ];
}

/**
 * Reads what may be ours or in our way; of all else no more than its tags and, since a deletion
 * of ours must not leave others paging nobody, whom plans, schedules and rotations refer to.
 */
export async function readLiveState(
  service: Service,
  { contacts, rotations }: Listing,
  wanted: Wanted,
  onRead: (done: number, count: number) => void = () => {},
): Promise<LiveState> {
  const readers: readonly (() => Promise<LiveContact | LiveRotation | undefined>)[] = [
    ...contacts.map((listed) => () => readContact(service, wanted, listed)),
    ...rotations.map((listed) => () => readRotation(service, wanted, listed)),
  ];
  let done = 0;
  const found = await concurrently(readers, width, async (read) => {
    const resource = await unlessGone(read);
    done += 1;
    onRead(done, readers.length);
    return resource;
  });
  const present = found.filter((resource) => resource !== undefined);
  return {
    contacts: present.filter((resource): resource is LiveContact => 'alias' in resource),
    rotations: present.filter((resource): resource is LiveRotation => !('alias' in resource)),
  };
}

interface ListedContact {
  readonly ContactArn: string;
  readonly Alias: string;
  readonly Type: ContactType;
}

interface ListedRotation {
  readonly RotationArn: string;
  readonly Name: string;
  readonly ContactIds?: readonly string[];
  readonly StartTime?: number;
  readonly TimeZoneId?: string;
  readonly Recurrence?: Recurrence;
}

async function readContact(
  service: Service,
  wanted: Wanted,
  { ContactArn, Alias, Type }: ListedContact,
): Promise<LiveContact | undefined> {
  const tags = await tagsOf(service, ContactArn);
  const isOther = !wanted.isOurs(tags) && !wanted.aliases.has(Alias);
  if (isOther && Type === 'PERSONAL') return undefined;
  const [contact, channels] = await Promise.all([
    service.call('GetContact', { ContactId: ContactArn }),
    Type === 'PERSONAL' ? channelsOf(service, ContactArn) : [],
  ]);
  const { DisplayName, Plan } = contact as { DisplayName?: string; Plan?: ContactPlan };
  return {
    arn: ContactArn,
    alias: Alias,
    type: Type,
    displayName: DisplayName,
    plan: Plan ?? { Stages: [] },
    tags,
    channels,
  };
}

async function channelsOf(service: Service, contactArn: string): Promise<readonly LiveChannel[]> {
  const listed = await pages<{
    readonly ContactChannelArn: string;
    readonly Name: string;
    readonly Type?: LiveChannel['type'];
    readonly DeliveryAddress?: { readonly SimpleAddress?: string };
    readonly ActivationStatus?: string;
  }>(service, 'ListContactChannels', { ContactId: contactArn }, 'ContactChannels');
  return listed.map((channel) => ({
    arn: channel.ContactChannelArn,
    name: channel.Name,
    type: channel.Type ?? 'EMAIL',
    address: channel.DeliveryAddress?.SimpleAddress ?? '',
    activated: channel.ActivationStatus === 'ACTIVATED',
  }));
}

async function readRotation(
  service: Service,
  wanted: Wanted,
  { RotationArn, Name, ContactIds, StartTime, TimeZoneId, Recurrence }: ListedRotation,
): Promise<LiveRotation> {
  const tags = await tagsOf(service, RotationArn);
  const isOther = !wanted.isOurs(tags) && !wanted.rotationNames.has(Name);
  return {
    arn: RotationArn,
    name: Name,
    contactIds: ContactIds ?? [],
    startTime: StartTime ?? 0,
    timeZoneId: TimeZoneId ?? '',
    recurrence: Recurrence ?? { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 },
    tags,
    overrides: isOther ? [] : await overridesOf(service, wanted, RotationArn),
  };
}

async function overridesOf(
  service: Service,
  { from, to, now, madeByUs }: Wanted,
  rotationArn: string,
): Promise<readonly LiveOverride[]> {
  const listed = await pages<{
    readonly RotationOverrideId: string;
    readonly NewContactIds: readonly string[];
    readonly StartTime: number;
    readonly EndTime: number;
  }>(
    service,
    'ListRotationOverrides',
    { RotationId: rotationArn, StartTime: from, EndTime: to },
    'RotationOverrides',
  );
  return listed.map(({ RotationOverrideId, NewContactIds, StartTime, EndTime }) => ({
    id: RotationOverrideId,
    contactIds: NewContactIds,
    startTime: StartTime,
    endTime: EndTime,
    ours: madeByUs(rotationArn, StartTime, EndTime),
    ended: EndTime <= now,
  }));
}

async function tagsOf(service: Service, arn: string): Promise<Readonly<Record<string, string>>> {
  const { Tags } = (await service.call('ListTagsForResource', { ResourceARN: arn })) as {
    Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
  };
  return Object.fromEntries((Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** Someone else may delete between our list and our look. */
async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ServiceError && meansGone(error.code, error.message)) return undefined;
    throw error;
  }
}
