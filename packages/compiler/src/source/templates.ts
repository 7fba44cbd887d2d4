import { groupBy } from '../group-by.ts';
import type { LiveContact } from '../live-state.ts';
import { block, type Line } from './line.ts';
import { readable, unique } from './names.ts';
import { hasGoneChannels, stagesOf, writeOwnStages } from './write-contact.ts';
import type { Writing } from './writing.ts';

/** Stages that several people have. */
export interface Template {
  readonly name: string;
  /** ARNs of these people. */
  readonly users: readonly string[];
  readonly lines: readonly Line[];
}

export function templateKey(name: string): string {
  return `template ${name}`;
}

/** Named by the channels in the order in which they are tried: `phone-text-mail`. */
export function sharedStages(
  people: readonly LiveContact[],
  writing: Writing,
): readonly Template[] {
  const sharing = people.filter((each) => stagesOf(each).length > 0 && !hasGoneChannels(each));
  const groups = groupBy(sharing, (each) =>
    writeOwnStages(each, writing)
      .map(({ text }) => text)
      .join('\n'),
  );
  const taken = new Set<string>();
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) return [];
    const name = unique(taken, readable(channelsTried(first, writing).join('-'), 'stages'));
    const owner = templateKey(name);
    const items = writeOwnStages(first, writing).map((line) => ({ ...line, owner }));
    const lines = block(owner, owner, items);
    return [{ name, users: group.map(({ arn }) => arn), lines }];
  });
}

function channelsTried(live: LiveContact, { names }: Writing): readonly string[] {
  const tried = stagesOf(live).flatMap(({ Targets }) =>
    Targets.flatMap((target) =>
      'ChannelTargetInfo' in target
        ? (names.of.get(target.ChannelTargetInfo.ContactChannelId) ?? [])
        : [],
    ),
  );
  return [...new Set(tried)];
}
