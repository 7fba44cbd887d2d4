import type { LiveContact, LiveRotation, LiveState } from '../live-state.ts';
import type { AliasedResource, RotationResource } from '../resource.ts';
import type { Declared } from './declared.ts';
import { indexRotations, type Match, matchAliased, matchRotation, type Options } from './match.ts';
import { type ChannelMatch, matchChannels } from './match-channels.ts';
import { compareRotation } from './rotation.ts';
import { createView, type View } from './view.ts';

export interface Matches {
  readonly aliased: ReadonlyMap<AliasedResource, Match<LiveContact>>;
  /** Of contacts that are not blocked. */
  readonly channels: ReadonlyMap<AliasedResource, ChannelMatch>;
  readonly rotations: ReadonlyMap<RotationResource, Match<LiveRotation>>;
  /** Ids of resources that are there and stay. */
  readonly standing: ReadonlySet<string>;
  readonly view: View;
}

/** Finds for all that is declared what it is in the live state. */
export function matchAll(declared: Declared, live: LiveState, options: Options): Matches {
  const { resources } = declared;
  const standing = new Set<string>();
  // Includes what is replaced under its alias, and so keeps its ARN.
  const bound = new Map<string, string>();
  const stand = (id: string, arn: string): void => {
    standing.add(id);
    bound.set(id, arn);
  };

  const byAlias = new Map(live.contacts.map((contact) => [contact.alias, contact]));
  const aliased = new Map<AliasedResource, Match<LiveContact>>();
  const channels = new Map<AliasedResource, ChannelMatch>();
  for (const resource of [...declared.contacts, ...declared.schedules, ...declared.plans]) {
    const match = matchAliased(resource, byAlias.get(resource.input.Alias), options);
    aliased.set(resource, match);
    for (const { arn } of match.goes) bound.set(resource.id, arn);
    if (match.stays !== undefined) stand(resource.id, match.stays.arn);

    if (resource.kind !== 'contact' || match.blocked !== undefined) continue;
    const own = matchChannels(declared.channelsOf(resource.id), match.stays?.channels ?? []);
    channels.set(resource, own);
    for (const [id, { arn }] of own.stays) stand(id, arn);
  }

  // Which rotation fits best is a question of its members, so these are matched by now.
  const people = createView(resources, live, bound);
  const index = indexRotations(live.rotations, options.project);
  const rotations = new Map<RotationResource, Match<LiveRotation>>();
  const spoken = new Set<LiveRotation>();
  for (const resource of declared.rotations) {
    const differences = (each: LiveRotation) => compareRotation(resource, each, people).length;
    const match = matchRotation(resource, index, spoken, options.adopt, differences);
    rotations.set(resource, match);
    if (match.stays === undefined) continue;
    spoken.add(match.stays);
    stand(resource.id, match.stays.arn);
  }

  return {
    aliased,
    channels,
    rotations,
    standing,
    view: createView(resources, live, bound),
  };
}
