import type { LiveContact, LiveOverride, LiveRotation, LiveState } from '@oncall/compiler';
import { concurrently } from '../concurrently.ts';
import { pages } from './pages.ts';
import {
  channelsOf,
  contactOf,
  type ListedContact,
  type ListedRotation,
  overridesOf,
  type ReadOverride,
  type Tags,
  tagsOf,
  toRotation,
  type Window,
} from './read-resource.ts';
import { meansGone, type Service, ServiceError } from './service.ts';

/** What of an account is looked at. */
export interface Wanted extends Window {
  /** Aliases and rotation names of the files; what bears them is read even where it is not ours. */
  readonly aliases: ReadonlySet<string>;
  readonly rotationNames: ReadonlySet<string>;
  /** Whether tags say that a resource is of this project. */
  isOurs(tags: Readonly<Record<string, string>>): boolean;
  /** Whether an override was made by an apply of this project. */
  madeByUs(rotationArn: string, override: ReadOverride): boolean;
  /** What is known of tags, so that they need not be read; without it all are. */
  readonly memory?: TagMemory | undefined;
  /** Epoch seconds; so are `from` and `to`, between which overrides are read. */
  readonly now: number;
}

export interface TagMemory {
  knows(arn: string): boolean;
  /** Given a reading with no tags in it: those that it had, where they can be relied on. */
  tagsOf(live: LiveContact | LiveRotation): Tags | undefined;
}

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
  width = 8,
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

async function readContact(
  service: Service,
  wanted: Wanted,
  listed: ListedContact,
): Promise<LiveContact | undefined> {
  const { memory } = wanted;
  if (memory?.knows(listed.ContactArn)) {
    const live = await contentsOf(service, listed);
    return { ...live, tags: memory.tagsOf(live) ?? (await tagsOf(service, listed.ContactArn)) };
  }
  const tags = await tagsOf(service, listed.ContactArn);
  const isOther = !wanted.isOurs(tags) && !wanted.aliases.has(listed.Alias);
  if (isOther && listed.Type === 'PERSONAL') return undefined;
  return { ...(await contentsOf(service, listed)), tags };
}

/** All but tags. */
export async function contentsOf(
  service: Service,
  { ContactArn, Type }: ListedContact,
): Promise<LiveContact> {
  const [contact, channels] = await Promise.all([
    contactOf(service, ContactArn),
    Type === 'PERSONAL' ? channelsOf(service, ContactArn) : [],
  ]);
  return { ...contact, channels };
}

async function readRotation(
  service: Service,
  wanted: Wanted,
  listed: ListedRotation,
): Promise<LiveRotation> {
  const { RotationArn, Name } = listed;
  const { memory } = wanted;
  const live = toRotation(listed);
  if (memory?.knows(RotationArn)) {
    const whole = { ...live, overrides: await readOverrides(service, wanted, RotationArn) };
    return { ...whole, tags: memory.tagsOf(whole) ?? (await tagsOf(service, RotationArn)) };
  }
  const tags = await tagsOf(service, RotationArn);
  const isOther = !wanted.isOurs(tags) && !wanted.rotationNames.has(Name);
  const overrides = isOther ? [] : await readOverrides(service, wanted, RotationArn);
  return { ...live, tags, overrides };
}

async function readOverrides(
  service: Service,
  wanted: Wanted,
  rotationArn: string,
): Promise<readonly LiveOverride[]> {
  const found = await overridesOf(service, rotationArn, wanted);
  return found.map((override) => ({
    ...override,
    ours: wanted.madeByUs(rotationArn, override),
    ended: override.endTime <= wanted.now,
  }));
}

/** Someone else may delete between our list and our look. */
export async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ServiceError && meansGone(error.code, error.message)) return undefined;
    throw error;
  }
}
