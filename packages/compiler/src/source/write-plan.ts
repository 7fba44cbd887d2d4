import type { LiveContact } from '../live-state.ts';
import { block, comment, type Line } from './line.ts';
import { aliasedHead, aliasItem, stagesOf, writeStage } from './write-contact.ts';
import { writeTags } from './write-tags.ts';
import type { Writing } from './writing.ts';

/** An escalation plan. */
export function writePlan(live: LiveContact, writing: Writing): readonly Line[] {
  const { arn: owner } = live;
  const stages = stagesOf(live).flatMap((stage) =>
    writeStage(
      owner,
      stage,
      stage.Targets.flatMap((target) => {
        if ('ChannelTargetInfo' in target) return comment(owner, 'This names a channel.');
        const { ContactId, IsEssential } = target.ContactTargetInfo;
        const to = ContactId === undefined ? undefined : writing.refer(ContactId);
        if (to === undefined) return comment(owner, `This names ${ContactId ?? 'nobody'}.`);
        return [{ owner, text: `notify ${to}${IsEssential ? ' essential' : ''}` }];
      }),
    ),
  );
  return block(owner, aliasedHead(live, writing), [
    ...aliasItem(live, writing),
    ...stages,
    ...writeTags(owner, live.tags, writing.commonTags),
  ]);
}
