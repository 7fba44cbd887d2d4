import type { Origin } from '../../text/piece.ts';
import type { ChannelType, Contact } from '../model.ts';
import { stageStarts } from './stage-starts.ts';

/** A channel that a stage of its contact notifies. */
export interface Notified {
  readonly channel: string;
  readonly type: ChannelType;
  /** When it is tried first, in minutes from the page. */
  readonly after: number;
  /** Of the target. */
  readonly origin: Origin;
  /** The `use` that brought it, if one did. */
  readonly via: Origin | undefined;
}

/** The channels that a contact is notified by, each once, in the order in which they are tried. */
export function notified({ channels, stages }: Contact): readonly Notified[] {
  const starts = stageStarts(stages);
  const found = new Map<string, Notified>();
  for (const [at, { targets, via }] of stages.entries()) {
    for (const { channel, origin } of targets) {
      const type = channels.find(({ name }) => name === channel)?.type;
      if (type === undefined || found.has(channel)) continue;
      found.set(channel, { channel, type, after: starts[at] as number, origin, via });
    }
  }
  return [...found.values()];
}

/** Whether any stage notifies any channel. */
export function notifiesAnything({ stages }: Contact): boolean {
  return stages.some(({ targets }) => targets.length > 0);
}
