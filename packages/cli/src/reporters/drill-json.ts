import type { Drill } from '../people/drill.ts';
import type { ToldReceipt, WatchEnd } from '../people/watch-engagement.ts';
import { utcText } from '../time/clock-text.ts';
import { jsonText } from './json-text.ts';

/** What became of a page that was sent. */
export interface Sent {
  /** ARN. */
  readonly engagement: string;
  readonly receipts: readonly ToldReceipt[];
  readonly end: WatchEnd;
}

/** Who would be paged now, and what became of it where it was sent, for programs. */
export function drillJson({ target, at, by, events }: Drill, sent?: Sent): string {
  return jsonText({
    target: `${target.kind}/${target.name}`,
    at: utcText(at),
    by,
    events: events.map(({ channelState, ...event }) => ({
      ...event,
      at: utcText(event.at),
      ...(channelState === undefined ? {} : { channelState }),
    })),
    ...(sent === undefined
      ? {}
      : {
          engagement: sent.engagement,
          receipts: sent.receipts.map((receipt) => ({ ...receipt, at: utcText(receipt.at) })),
          end: sent.end,
        }),
  });
}
