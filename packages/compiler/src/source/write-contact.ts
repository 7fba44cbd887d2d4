import { formatMinutes, quote } from '@oncall/language';
import { channelTypeWords, kindOfType } from '../difference/words.ts';
import type { LiveContact } from '../live-state.ts';
import type { Stage } from '../wire.ts';
import { block, comment, type Line } from './line.ts';
import { inOrder } from './names.ts';
import { writeTags } from './write-tags.ts';
import type { Writing } from './writing.ts';

/** A person: channels, and stages or the template that has them. */
export function writeContact(
  live: LiveContact,
  template: string | undefined,
  writing: Writing,
): readonly Line[] {
  const { arn: owner } = live;
  const { of, variables } = writing.names;
  const channels = inOrder(live.channels).map(({ arn, name, type, address }) => {
    const NAME = of.get(arn) ?? '';
    const label = NAME === name ? '' : ` ${quote(name)}`;
    const value = writing.inline ? quote(address) : `$${variables.get(arn)}`;
    return { owner, text: `channel ${NAME}${label} ${channelTypeWords[type]} ${value}` };
  });
  return block(owner, aliasedHead(live, writing), [
    ...aliasItem(live, writing),
    ...channels,
    ...(template === undefined
      ? writeOwnStages(live, writing)
      : [{ owner, text: `use ${template}` }]),
    ...writeTags(owner, live.tags, writing.commonTags),
  ]);
}

/** The stages of a person. A channel that exists no more is told, as AWS ignores it. */
export function writeOwnStages(live: LiveContact, { names }: Writing): readonly Line[] {
  const { arn: owner, channels } = live;
  const own = new Set(channels.map(({ arn }) => arn));
  return stagesOf(live).flatMap((stage) =>
    writeStage(
      owner,
      stage,
      stage.Targets.flatMap((target) => {
        if ('ContactTargetInfo' in target) return comment(owner, 'This names no channel.');
        const { ContactChannelId, RetryIntervalInMinutes: retry = 0 } = target.ChannelTargetInfo;
        if (!own.has(ContactChannelId)) return comment(owner, goneChannel);
        const again = retry === 0 ? '' : ` retry ${formatMinutes(retry)}`;
        return [{ owner, text: `notify ${names.of.get(ContactChannelId)}${again}` }];
      }),
    ),
  );
}

const goneChannel = 'A channel that exists no more stood here; AWS ignores it.';

/** Whether stages name channels that exist no more. */
export function hasGoneChannels(live: LiveContact): boolean {
  const own = new Set(live.channels.map(({ arn }) => arn));
  return stagesOf(live).some(({ Targets }) =>
    Targets.some(
      (target) =>
        'ChannelTargetInfo' in target && !own.has(target.ChannelTargetInfo.ContactChannelId),
    ),
  );
}

export function writeStage(owner: string, stage: Stage, targets: readonly Line[]): readonly Line[] {
  return block(owner, `stage ${formatMinutes(stage.DurationInMinutes)}`, targets);
}

export function stagesOf({ plan }: LiveContact): readonly Stage[] {
  return 'Stages' in plan ? plan.Stages : [];
}

/** `plan sre "SRE"`. */
export function aliasedHead({ arn, type, displayName = '' }: LiveContact, { names }: Writing) {
  const label = displayName === '' ? '' : ` ${quote(displayName)}`;
  return `${kindOfType[type]} ${names.of.get(arn)}${label}`;
}

export function aliasItem({ arn, alias }: LiveContact, { names }: Writing): readonly Line[] {
  return names.of.get(arn) === alias ? [] : [{ owner: arn, text: `alias ${quote(alias)}` }];
}
