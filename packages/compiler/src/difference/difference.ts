import type { LiveContact, LiveRotation, LiveState } from '../live-state.ts';
import type {
  AliasedResource,
  ChannelResource,
  EngagementPlanResource,
  OverrideResource,
  Resource,
  RotationResource,
} from '../resource.ts';
import { aliasedChange, aliasedDeletion } from './aliased.ts';
import type { Change } from './change.ts';
import { channelChanges } from './channel.ts';
import { referencesOf } from './engagement.ts';
import { createFreshId } from './fresh-id.ts';
import { isOurs, type Match, matchAliased, matchRotation, type Options } from './match.ts';
import { type ChannelMatch, matchChannels } from './match-channels.ts';
import { compareRotation, rotationChanges, rotationDeletion } from './rotation.ts';
import { createView } from './view.ts';
import { withhold } from './withhold.ts';
import { kindOfType } from './words.ts';

/**
 * What would have to happen for the live state to be as the resources say: contacts with their
 * channels, rotations with their overrides, schedules and plans in the order of the files, then
 * what is ours and no longer in them. What is not ours is never touched.
 */
export function difference(
  resources: readonly Resource[],
  live: LiveState,
  options: Options,
): readonly Change[] {
  const declared = sort(resources);
  const bound = new Map<string, string>();
  const standing = new Set<string>();
  const stand = (id: string, arn: string): void => {
    bound.set(id, arn);
    standing.add(id);
  };

  const liveByAlias = new Map(live.contacts.map((contact) => [contact.alias, contact]));
  const aliased = new Map<string, Match<LiveContact>>();
  const channels = new Map<string, ChannelMatch>();
  for (const resource of [...declared.contacts, ...declared.schedules, ...declared.plans]) {
    const match = matchAliased(resource, liveByAlias.get(resource.input.Alias), options);
    aliased.set(resource.id, match);
    if (match.stays !== undefined) stand(resource.id, match.stays.arn);
    // The ARN follows from the alias, whatever stands behind it.
    const [replaced] = match.goes;
    if (replaced !== undefined) bound.set(resource.id, replaced.arn);

    if (resource.kind !== 'contact' || match.blocked !== undefined) continue;
    const own = declared.channelsOf.get(resource.id) ?? [];
    const ofContact = matchChannels(own, match.stays?.channels ?? []);
    channels.set(resource.id, ofContact);
    for (const [id, channel] of ofContact.stays) stand(id, channel.arn);
  }

  const people = createView(resources, live, bound);
  const rotations = new Map<string, Match<LiveRotation>>();
  const spoken = new Set<LiveRotation>();
  for (const resource of declared.rotations) {
    const free = live.rotations.filter((rotation) => !spoken.has(rotation));
    const distance = (rotation: LiveRotation) => compareRotation(resource, rotation, people).length;
    const match = matchRotation(resource, free, options, distance);
    rotations.set(resource.id, match);
    if (match.stays !== undefined) stand(resource.id, match.stays.arn);
    for (const rotation of match.goes) spoken.add(rotation);
    if (match.stays !== undefined) spoken.add(match.stays);
  }

  const view = createView(resources, live, bound);
  const freshId = createFreshId(resources.map((resource) => resource.id));
  const change = (resource: AliasedResource): readonly Change[] => {
    const engagement = declared.engagementOf.get(resource.id);
    const match = aliased.get(resource.id) ?? absent;
    const own = aliasedChange(resource, engagement, match, view);
    return own === undefined ? [] : [own];
  };

  const changes = [
    ...declared.contacts.flatMap((contact) => {
      const match = channels.get(contact.id);
      if (match === undefined) return change(contact);
      const owner = { id: contact.id, alias: contact.input.Alias };
      const own = declared.channelsOf.get(contact.id) ?? [];
      return [...change(contact), ...channelChanges(owner, own, match, view, freshId)];
    }),
    ...declared.rotations.flatMap((rotation) => {
      const match = rotations.get(rotation.id) ?? absent;
      const overrides = declared.overridesOf.get(rotation.id) ?? [];
      return rotationChanges(rotation, overrides, match, view, freshId);
    }),
    ...declared.schedules.flatMap(change),
    ...declared.plans.flatMap(change),
    ...live.rotations
      .filter((rotation) => isOurs(rotation, options.project) && !spoken.has(rotation))
      .map((rotation) => rotationDeletion(rotation, freshId)),
    ...live.contacts
      .filter((contact) => isOurs(contact, options.project) && !declared.aliases.has(contact.alias))
      .map(aliasedDeletion),
  ];
  const adopted = new Set(
    [...aliased.values(), ...rotations.values()].flatMap((match) => match.stays?.arn ?? []),
  );
  const isForeign = (each: LiveContact | LiveRotation) =>
    !isOurs(each, options.project) && !adopted.has(each.arn);
  return withhold(changes, standing, referencesFrom(live, isForeign));
}

/** By ARN, who of some refers to it. */
function referencesFrom(
  live: LiveState,
  isMeant: (each: LiveContact | LiveRotation) => boolean,
): ReadonlyMap<string, string> {
  const rotations = live.rotations.filter(isMeant).flatMap(({ name, contactIds }) => {
    const who = `the rotation "${name}", which is not managed here`;
    return contactIds.map((arn) => [arn, who] as const);
  });
  const contacts = live.contacts.filter(isMeant).flatMap(({ alias, type, plan }) => {
    const who = `the ${kindOfType[type]} ${alias}, which is not managed here`;
    return referencesOf(plan).map((arn) => [arn, who] as const);
  });
  return new Map([...rotations, ...contacts]);
}

const absent = { goes: [], adopted: false } as const;

function sort(resources: readonly Resource[]) {
  const contacts: AliasedResource[] = [];
  const schedules: AliasedResource[] = [];
  const plans: AliasedResource[] = [];
  const rotations: RotationResource[] = [];
  const engagementOf = new Map<string, EngagementPlanResource>();
  const channelsOf = new Map<string, ChannelResource[]>();
  const overridesOf = new Map<string, OverrideResource[]>();
  const aliases = new Set<string>();
  for (const resource of resources) {
    if ('arn' in resource) aliases.add(resource.input.Alias);
    switch (resource.kind) {
      case 'contact':
        contacts.push(resource);
        break;
      case 'schedule':
        schedules.push(resource);
        break;
      case 'plan':
        plans.push(resource);
        break;
      case 'rotation':
        rotations.push(resource);
        break;
      case 'engagement-plan':
        engagementOf.set(resource.of, resource);
        break;
      case 'channel':
        add(channelsOf, resource);
        break;
      case 'override':
        add(overridesOf, resource);
        break;
    }
  }
  return {
    contacts,
    schedules,
    plans,
    rotations,
    engagementOf,
    channelsOf,
    overridesOf,
    aliases,
  };
}

function add<T extends { readonly of: string }>(groups: Map<string, T[]>, item: T): void {
  const group = groups.get(item.of);
  if (group === undefined) groups.set(item.of, [item]);
  else group.push(item);
}
