import type { LiveContact, LiveRotation, LiveState } from '../live-state.ts';
import type { AliasedResource, Resource } from '../resource.ts';
import { aliasedChange, aliasedDeletion } from './aliased.ts';
import type { Change } from './change.ts';
import { channelChanges } from './channel.ts';
import { arrange, type Declared } from './declared.ts';
import { referencesOf } from './engagement.ts';
import { createFreshId } from './fresh-id.ts';
import { isOurs, type Options } from './match.ts';
import { matchAll } from './match-all.ts';
import { rotationChanges, rotationDeletion } from './rotation.ts';
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
  const { changes, standing, foreign } = compareAll(resources, live, options);
  return withhold(changes, standing, foreign);
}

interface Compared {
  readonly changes: readonly Change[];
  /** Ids of resources that are there and stay. */
  readonly standing: ReadonlySet<string>;
  /** By ARN, who of others refers to it. */
  readonly foreign: ReadonlyMap<string, string>;
}

/** The same with nothing withheld for the sake of something else. */
export function compareAll(
  resources: readonly Resource[],
  live: LiveState,
  options: Options,
): Compared {
  const declared = arrange(resources);
  const { aliased, channels, rotations, standing, view } = matchAll(declared, live, options);
  const freshId = createFreshId(resources.map((resource) => resource.id));

  const matched = new Set<LiveContact | LiveRotation>();
  for (const { stays, goes } of [...aliased.values(), ...rotations.values()]) {
    for (const each of stays === undefined ? goes : [stays, ...goes]) matched.add(each);
  }
  const isLeft = (each: LiveContact | LiveRotation) =>
    !matched.has(each) && isOurs(each, options.project);
  const isForeign = (each: LiveContact | LiveRotation) =>
    !matched.has(each) && !isOurs(each, options.project);
  const formerOf = findFormer(declared, live.contacts.filter(isLeft));

  const people: Change[] = [];
  const others: Change[] = [];
  for (const [resource, match] of aliased) {
    const group = resource.kind === 'contact' ? people : others;
    const engagement = declared.engagementOf(resource.id);
    group.push(...aliasedChange(resource, engagement, match, view, formerOf(resource)));
    const ofContact = channels.get(resource);
    if (ofContact === undefined) continue;
    const own = declared.channelsOf(resource.id);
    group.push(...channelChanges(resource, own, ofContact, view, freshId));
  }
  const ofRotations = [...rotations].flatMap(([resource, match]) =>
    rotationChanges(resource, declared.overridesOf(resource.id), match, view, freshId),
  );

  const changes = [
    ...people,
    ...ofRotations,
    ...others,
    ...live.rotations.filter(isLeft).map((each) => rotationDeletion(each, freshId, options.gone)),
    ...live.contacts.filter(isLeft).map((each) => aliasedDeletion(each, options.gone)),
  ];
  return { changes, standing, foreign: referencesFrom(live, isForeign) };
}

/** Whom a contact under a new alias was, among those that go: someone with an address of theirs. */
function findFormer(
  declared: Declared,
  left: readonly LiveContact[],
): (resource: AliasedResource) => LiveContact | undefined {
  const byAddress = new Map(
    left.flatMap((each) => each.channels.map(({ type, address }) => [`${type} ${address}`, each])),
  );
  return ({ id }) => {
    for (const { input } of declared.channelsOf(id)) {
      const former = byAddress.get(`${input.Type} ${input.DeliveryAddress.SimpleAddress}`);
      if (former !== undefined) return former;
    }
    return undefined;
  };
}

/** By ARN, who of some refers to it. */
function referencesFrom(
  live: LiveState,
  isMeant: (each: LiveContact | LiveRotation) => boolean,
): ReadonlyMap<string, string> {
  const references = new Map<string, string>();
  for (const { name, contactIds } of live.rotations.filter(isMeant)) {
    for (const arn of contactIds) {
      references.set(arn, `the rotation "${name}", which is not managed here`);
    }
  }
  for (const { alias, type, plan } of live.contacts.filter(isMeant)) {
    for (const arn of referencesOf(plan)) {
      references.set(arn, `the ${kindOfType[type]} ${alias}, which is not managed here`);
    }
  }
  return references;
}
