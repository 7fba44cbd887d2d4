import { isName, quote } from '@oncall/language';
import { isReservedTag } from '../difference/tags.ts';
import { nameTag, projectTag } from '../ownership.ts';
import type { Line } from './line.ts';

type Tags = Readonly<Record<string, string>>;

/** The items for tags, but for those that say what is ours and those that the service sets. */
export function writeTags(owner: string, tags: Tags, common: Tags): readonly Line[] {
  return Object.entries(written(tags))
    .filter(([key, value]) => common[key] !== value)
    .map(([key, value]) => ({
      owner,
      text: `tag ${isName(key) ? key : quote(key)} ${quote(value)}`,
    }));
}

/** The tags that all have, to be written once, in `project`. */
export function commonTags(tagged: readonly { readonly tags: Tags }[]): Tags {
  const [first, ...others] = tagged;
  if (first === undefined || others.length === 0) return {};
  return Object.fromEntries(
    Object.entries(written(first.tags)).filter(([key, value]) =>
      others.every(({ tags }) => tags[key] === value),
    ),
  );
}

function written(tags: Tags): Tags {
  return Object.fromEntries(
    Object.entries(tags)
      .filter(([key]) => key !== projectTag && key !== nameTag && !isReservedTag(key))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
