import type { Origin } from '@oncall/language';
import type { AliasedResource, RotationResource } from '../resource.ts';
import { type Call, property, type Reason } from './change.ts';
import { quoted } from './words.ts';

interface LiveTagged {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Whether a tag is the service's own business. */
export function isReservedTag(key: string): boolean {
  return key.startsWith('aws:');
}

/** What it takes for a live resource to carry the tags of a declared one, and no others. */
export function compareTags(
  resource: AliasedResource | RotationResource,
  live: LiveTagged,
): { readonly reasons: readonly Reason[]; readonly calls: readonly Call[] } {
  const { id, kind, origin } = resource;
  const wanted = resource.input.Tags;
  const wantedKeys = new Set(wanted.map((tag) => tag.Key));

  const missing = wanted
    .map((tag, index) => ({ tag, origin: resource.origins[`Tags.${index}`] }))
    .filter(({ tag }) => live.tags[tag.Key] !== tag.Value);
  const surplus = Object.keys(live.tags).filter(
    (key) => !wantedKeys.has(key) && !isReservedTag(key),
  );

  const reasons = [
    ...missing.map(({ tag }) => tagReason(tag.Key, live.tags[tag.Key], tag.Value)),
    ...surplus.map((key) => tagReason(key, live.tags[key], undefined)),
  ];
  // First off, then on: at no time are there more than the service allows.
  const untag: Call = {
    id: `${id}#untag`,
    operation: 'UntagResource',
    input: { ResourceARN: live.arn, TagKeys: surplus },
    phase: kind,
    origin,
  };
  const tag: Call = {
    id: `${id}#tag`,
    operation: 'TagResource',
    input: { ResourceARN: live.arn, Tags: missing.map((each) => each.tag) },
    phase: kind,
    origin,
    origins: Object.fromEntries(
      missing.flatMap((each, index): [string, Origin][] =>
        each.origin === undefined ? [] : [[`Tags.${index}`, each.origin]],
      ),
    ),
    after: [untag.id],
  };
  return {
    reasons,
    calls: [...(surplus.length > 0 ? [untag] : []), ...(missing.length > 0 ? [tag] : [])],
  };
}

function tagReason(key: string, before: string | undefined, after: string | undefined): Reason {
  return property(
    `tag ${key}`,
    before === undefined ? undefined : quoted(before),
    after === undefined ? undefined : quoted(after),
  );
}
