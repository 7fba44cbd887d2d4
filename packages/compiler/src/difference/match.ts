/** Which live resource is which declared one, and which of them are ours to touch. */

import { groupBy } from '../group-by.ts';
import type { LiveContact, LiveRotation } from '../live-state.ts';
import { nameTag, projectTag } from '../ownership.ts';
import type { AliasedResource, RotationResource } from '../resource.ts';
import { kindOfType } from './words.ts';

export interface Options {
  /** What `oncall/project` holds on resources of ours. */
  readonly project: string;
  /** Whether to take over what exists and is nobody's. */
  readonly adopt: boolean;
  /** Why what is ours and not asked for goes; where not told, the files lack it. */
  readonly gone?: string | undefined;
}

export interface Match<Live> {
  /** Updated in place where it differs. */
  readonly stays?: Live;
  /** Ours, and replaced, or left over from a replacement that was cut short. */
  readonly goes: readonly Live[];
  /** Whether what stays was not ours before. */
  readonly adopted: boolean;
  /** Why nothing may be done. */
  readonly blocked?: string;
}

interface Tagged {
  readonly tags: Readonly<Record<string, string>>;
}

export function isOurs({ tags }: Tagged, project: string): boolean {
  return tags[projectTag] === project;
}

/** Which rotation of the files a rotation of ours was made for. */
export function rotationName(live: LiveRotation): string {
  return live.tags[nameTag] ?? live.name;
}

/** Contacts, plans and schedules match by alias. */
export function matchAliased(
  resource: AliasedResource,
  live: LiveContact | undefined,
  { project, adopt }: Options,
): Match<LiveContact> {
  if (live === undefined) return { goes: [], adopted: false };

  const ours = isOurs(live, project);
  const sameType = live.type === resource.input.Type;
  if (ours) {
    return sameType ? { stays: live, goes: [], adopted: false } : { goes: [live], adopted: false };
  }

  const found = `a ${kindOfType[live.type]} with the alias ${live.alias} exists`;
  const owner = live.tags[projectTag];
  if (owner !== undefined)
    return blocked(
      `${found} and belongs to the project ${owner}; change its tag ${projectTag} to take it over`,
    );
  if (!sameType) {
    return blocked(`${found} and is not managed here; delete it or use another alias`);
  }
  if (!adopt) return blocked(`${found} and is not managed here; --adopt takes it over`);
  return { stays: live, goes: [], adopted: true };
}

/** Live rotations by what a declared one could be matched by. */
export interface RotationIndex {
  /** Ours, by the NAME that they were made for. */
  readonly ours: ReadonlyMap<string, readonly LiveRotation[]>;
  /** Nobody's, by their name in the service. */
  readonly untagged: ReadonlyMap<string, readonly LiveRotation[]>;
}

export function indexRotations(live: readonly LiveRotation[], project: string): RotationIndex {
  const ours = live.filter((rotation) => isOurs(rotation, project));
  // The order in which the service lists them is not documented, and twins are told apart by it.
  const untagged = live
    .filter((rotation) => rotation.tags[projectTag] === undefined)
    .toSorted((one, other) => (one.arn < other.arn ? -1 : 1));
  return {
    ours: groupBy(ours, rotationName),
    untagged: groupBy(untagged, (rotation) => rotation.name),
  };
}

/**
 * Rotations match by the tag `oncall/name`. Several may have it where a replacement was cut
 * short: then the one that differs least stays. Names are not unique in the service, so a
 * rotation without our tag is taken over only where it is the only one, or differs in nothing.
 * What is in `spoken` was taken over for another.
 */
export function matchRotation(
  resource: RotationResource,
  index: RotationIndex,
  spoken: ReadonlySet<LiveRotation>,
  adopt: boolean,
  differences: (live: LiveRotation) => number,
): Match<LiveRotation> {
  const name = resource.input.Name;
  const ours = index.ours.get(resource.name) ?? [];
  if (ours.length > 0) {
    const [best] = ours
      .filter((each) => each.name === name)
      .map((each) => ({ each, distance: differences(each) }))
      .toSorted((one, other) => one.distance - other.distance);
    if (best === undefined) return { goes: ours, adopted: false };
    return { stays: best.each, goes: ours.filter((each) => each !== best.each), adopted: false };
  }

  const namesakes = (index.untagged.get(name) ?? []).filter((each) => !spoken.has(each));
  if (namesakes.length === 0) return { goes: [], adopted: false };
  const [first, ...others] = namesakes;
  const adoptee = others.length === 0 ? first : namesakes.find((each) => differences(each) === 0);
  const found =
    others.length === 0
      ? `a rotation named "${name}" exists and is not managed here`
      : `${namesakes.length} rotations named "${name}" exist and are not managed here`;
  if (adoptee === undefined) return blocked(`${found}; delete all but one or use another name`);
  if (!adopt) {
    return blocked(
      `${found}; --adopt takes ${others.length === 0 ? 'it' : 'the one that is alike'} over`,
    );
  }
  return { stays: adoptee, goes: [], adopted: true };
}

function blocked(reason: string): { goes: []; adopted: false; blocked: string } {
  return { goes: [], adopted: false, blocked: reason };
}
