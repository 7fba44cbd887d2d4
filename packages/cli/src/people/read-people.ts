/** What the account holds of a project's people, plans and schedules, and how these are called. */
import type { LiveContact, LiveNames, LiveRotation, LiveState } from '@oncall/compiler';
import type { Model } from '@oncall/language';
import { contentsOf, type Listing, listAccount, unlessGone } from '../aws/live-state.ts';
import { overridesOf, toRotation } from '../aws/read-resource.ts';
import type { Service } from '../aws/service.ts';
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

/** Reads what the project names and whom that pages: as few calls as tell who can be reached. */
export async function readPeople(service: Service, asked: Asked): Promise<LivePeople> {
  const { model, externs, now, width, onRead = () => {} } = asked;
  const listing = await listAccount(service);
  const arns = new Set(externs.values());
  const aliases = new Set(
    [...model.contacts.values(), ...model.plans.values(), ...model.schedules.values()].map(
      ({ alias }) => alias,
    ),
  );
  const looked = new Set<string>();
  const contacts: LiveContact[] = [];
  const rotations: LiveRotation[] = [];
  let done = 0;
  let wanted = listing.contacts.filter(
    ({ Alias, ContactArn }) => aliases.has(Alias) || arns.has(ContactArn),
  );
  while (wanted.length > 0) {
    for (const { ContactArn } of wanted) looked.add(ContactArn);
    const found = await concurrently(wanted, width, async (listed) => {
      const contact = await unlessGone(() => contentsOf(service, listed));
      done += 1;
      onRead(done, looked.size);
      return contact;
    });
    contacts.push(...found.filter((each) => each !== undefined));
    const inUse = new Set(contacts.flatMap(rotationsOf));
    for (const { arn } of rotations) inUse.delete(arn);
    rotations.push(
      ...(await concurrently(
        listing.rotations.filter(({ RotationArn }) => inUse.has(RotationArn)),
        width,
        (listed) => readRotation(service, listed, now),
      )),
    );
    // Whoever is paged is looked at, also where the files have no name for them.
    const paged = new Set([...contacts.flatMap(targetsOf), ...rotations.flatMap(peopleOf)]);
    wanted = listing.contacts.filter(
      ({ ContactArn }) => paged.has(ContactArn) && !looked.has(ContactArn),
    );
  }
  const live = { contacts, rotations };
  return { live, names: liveNames(live, model, externs), listing };
}

function rotationsOf({ plan }: LiveContact): readonly string[] {
  return 'RotationIds' in plan ? plan.RotationIds : [];
}

function targetsOf({ plan }: LiveContact): readonly string[] {
  const targets = 'Stages' in plan ? plan.Stages.flatMap(({ Targets }) => Targets) : [];
  return targets.flatMap((target) =>
    'ContactTargetInfo' in target ? (target.ContactTargetInfo.ContactId ?? []) : [],
  );
}

function peopleOf({ contactIds, overrides }: LiveRotation): readonly string[] {
  return [...contactIds, ...overrides.flatMap((override) => override.contactIds)];
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
