/** What the account holds of a project's people, plans and schedules, and how these are called. */
import type {
  ContactPlan,
  LiveChannel,
  LiveContact,
  LiveNames,
  LiveRotation,
  LiveState,
} from '@oncall/compiler';
import type { Model } from '@oncall/language';
import { type Listing, listAccount } from '../aws/live-state.ts';
import { pages } from '../aws/pages.ts';
import { meansGone, type Service, ServiceError } from '../aws/service.ts';
import { concurrently } from '../concurrently.ts';

export interface LivePeople {
  /** Without tags: what is looked at is found by alias. */
  readonly live: LiveState;
  /** As the files call them, and where these have no name for it, as the account does. */
  readonly names: LiveNames;
  readonly listing: Listing;
}

interface Asked {
  readonly model: Model;
  /** ARNs by NAME. */
  readonly externs: ReadonlyMap<string, string>;
  /** Epoch seconds. */
  readonly now: number;
  onRead?(done: number, count: number): void;
}

/** Reads only what the project names: it makes as few calls as tell who can be reached. */
export async function readPeople(service: Service, asked: Asked): Promise<LivePeople> {
  const { model, externs, now, onRead = () => {} } = asked;
  const listing = await listAccount(service);
  const arns = new Set(externs.values());
  const aliases = new Set(
    [...model.contacts.values(), ...model.plans.values(), ...model.schedules.values()].map(
      ({ alias }) => alias,
    ),
  );
  const wanted = listing.contacts.filter(
    ({ Alias, ContactArn }) => aliases.has(Alias) || arns.has(ContactArn),
  );
  let done = 0;
  const found = await concurrently(wanted, width, async (listed) => {
    const contact = await unlessGone(() => readContact(service, listed));
    done += 1;
    onRead(done, wanted.length);
    return contact;
  });
  const contacts = found.filter((each) => each !== undefined);
  const inUse = new Set(
    contacts.flatMap(({ plan }) => ('RotationIds' in plan ? plan.RotationIds : [])),
  );
  const rotations = await concurrently(
    listing.rotations.filter(({ RotationArn }) => inUse.has(RotationArn)),
    width,
    (listed) => readRotation(service, listed, now),
  );
  const live = { contacts, rotations };
  return { live, names: namesOf(live, model, externs), listing };
}

const width = 8;

async function readContact(
  service: Service,
  { ContactArn, Alias, Type }: Listing['contacts'][number],
): Promise<LiveContact> {
  const [contact, channels] = await Promise.all([
    service.call('GetContact', { ContactId: ContactArn }),
    Type === 'PERSONAL' ? readChannels(service, ContactArn) : [],
  ]);
  const { DisplayName, Plan } = contact as { DisplayName?: string; Plan?: ContactPlan };
  const plan = Plan ?? { Stages: [] };
  const rest = { displayName: DisplayName, plan, tags: {}, channels };
  return { arn: ContactArn, alias: Alias, type: Type, ...rest };
}

async function readChannels(service: Service, contactArn: string): Promise<readonly LiveChannel[]> {
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

/** A rotation with the overrides that matter from now on. */
async function readRotation(
  service: Service,
  listed: Listing['rotations'][number],
  now: number,
): Promise<LiveRotation> {
  const overrides = await pages<{
    readonly RotationOverrideId: string;
    readonly NewContactIds: readonly string[];
    readonly StartTime: number;
    readonly EndTime: number;
  }>(
    service,
    'ListRotationOverrides',
    { RotationId: listed.RotationArn, StartTime: now - day, EndTime: now + year },
    'RotationOverrides',
  );
  return {
    arn: listed.RotationArn,
    name: listed.Name,
    contactIds: listed.ContactIds ?? [],
    startTime: listed.StartTime ?? 0,
    timeZoneId: listed.TimeZoneId ?? '',
    recurrence: listed.Recurrence ?? { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 },
    tags: {},
    overrides: overrides.map(({ RotationOverrideId, NewContactIds, StartTime, EndTime }) => ({
      id: RotationOverrideId,
      contactIds: NewContactIds,
      startTime: StartTime,
      endTime: EndTime,
      ours: false,
    })),
  };
}

const day = 86_400;
const year = 366 * day;

async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ServiceError && meansGone(error.code, error.message)) return undefined;
    throw error;
  }
}

function namesOf(live: LiveState, model: Model, externs: ReadonlyMap<string, string>): LiveNames {
  const declared = [
    ...model.contacts.values(),
    ...model.plans.values(),
    ...model.schedules.values(),
  ];
  const nameOfAlias = new Map(declared.map(({ alias, name }) => [alias, name]));
  const nameOfExtern = new Map([...externs].map(([name, arn]) => [arn, name]));
  const contacts = new Map(
    live.contacts.map(({ arn, alias }) => [arn, nameOfAlias.get(alias) ?? alias]),
  );
  const channels = new Map(
    live.contacts.flatMap((contact) => {
      const written =
        model.contacts.get(contacts.get(contact.arn) ?? contact.alias)?.channels ?? [];
      return [...channelNames(contact.channels, written)];
    }),
  );
  const rotationNames = distinct(
    live.rotations.map(({ arn, name }): [string, string] => {
      const found = [...model.rotations.values()].find(({ label }) => label === name);
      return [arn, found?.name ?? name];
    }),
  );
  return {
    // Of whom only the ARN is known, which ends in the alias.
    contact: (arn) =>
      contacts.get(arn) ?? nameOfExtern.get(arn) ?? arn.slice(arn.lastIndexOf('/') + 1),
    channel: (arn) => channels.get(arn),
    rotation: (arn) => rotationNames.get(arn) ?? arn,
  };
}

/** By ARN: the NAME of the channel of the files that bears this `Name`; else that. */
function channelNames(
  channels: readonly LiveChannel[],
  written: readonly { readonly name: string; readonly label: string; readonly type: string }[],
): ReadonlyMap<string, string> {
  const named = channels.map(({ arn, name, type }) => {
    const found = written.find((it) => it.label === name && it.type.toUpperCase() === type);
    return { arn, name: found?.name ?? name, isWritten: found !== undefined };
  });
  const sorted = named.toSorted((a, b) => Number(b.isWritten) - Number(a.isWritten));
  return distinct(sorted.map(({ arn, name }) => [arn, name]));
}

/** What bears one name is told apart by a number. */
function distinct(named: readonly [string, string][]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    named.map(([arn, wanted]) => {
      let name = wanted;
      for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
      taken.add(name);
      return [arn, name];
    }),
  );
}
