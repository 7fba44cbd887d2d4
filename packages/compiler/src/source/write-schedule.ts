import type { LiveContact } from '../live-state.ts';
import { block, comment, type Line } from './line.ts';
import { aliasedHead, aliasItem } from './write-contact.ts';
import { writeTags } from './write-tags.ts';
import type { Writing } from './writing.ts';

/** An on-call schedule. The language has no names for rotations that are not in the files. */
export function writeSchedule(
  live: LiveContact,
  isWritten: (rotation: string) => boolean,
  writing: Writing,
): readonly Line[] {
  const { arn: owner } = live;
  const rotations = rotationIds(live).flatMap((arn) =>
    isWritten(arn)
      ? [{ owner, text: `rotation @${writing.names.of.get(arn)}` }]
      : comment(owner, `This names the rotation ${arn}.`),
  );
  return block(owner, aliasedHead(live, writing), [
    ...aliasItem(live, writing),
    ...rotations,
    ...writeTags(owner, live.tags, writing.commonTags),
  ]);
}

export function rotationIds({ plan }: LiveContact): readonly string[] {
  return 'RotationIds' in plan ? plan.RotationIds : [];
}
