/** What the account holds of a project's people, plans and schedules, and how these are called. */
import type { LiveNames, LiveRotation, LiveState } from '@oncall/compiler';
import type { Model } from '@oncall/language';
import { type Listing, listAccount } from '../aws/live-state.ts';
import { channelsOf, contactOf, overridesOf, toRotation } from '../aws/read-resource.ts';
import { meansGone, type Service, ServiceError } from '../aws/service.ts';
import { concurrently } from '../concurrently.ts';
import { liveNames } from './live-names.ts';

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
  /** Calls under way at a time. */
  readonly width: number;
  onRead?(done: number, count: number): void;
}

/** Reads only what the project names: it makes as few calls as tell who can be reached. */
export async function readPeople(service: Service, asked: Asked): Promise<LivePeople> {
  const { model, externs, now, width, onRead = () => {} } = asked;
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
  return { live, names: liveNames(live, model, externs), listing };
}

async function readContact(service: Service, { ContactArn, Type }: Listing['contacts'][number]) {
  const [contact, channels] = await Promise.all([
    contactOf(service, ContactArn),
    Type === 'PERSONAL' ? channelsOf(service, ContactArn) : [],
  ]);
  return { ...contact, channels };
}

/** A rotation with the overrides that matter from now on. */
async function readRotation(
  service: Service,
  listed: Listing['rotations'][number],
  now: number,
): Promise<LiveRotation> {
  const window = { from: now - day, to: now + year };
  const overrides = await overridesOf(service, listed.RotationArn, window);
  return { ...toRotation(listed), overrides: overrides.map((it) => ({ ...it, ours: false })) };
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
