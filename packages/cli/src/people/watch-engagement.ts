/** What becomes of an engagement: receipts as they come, until someone accepts or it is over. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pages } from '../aws/pages.ts';
import type { OpenPeople } from './open-people.ts';

export interface ToldReceipt {
  /** Epoch seconds. */
  readonly at: number;
  /** NAMEs. */
  readonly contact: string;
  readonly channel: string;
  readonly type: 'SENT' | 'DELIVERED' | 'READ' | 'ERROR' | 'STOP';
}

export type WatchEnd =
  | { readonly kind: 'accepted'; readonly by: string }
  | { readonly kind: 'over' | 'interrupted' };

interface Watch {
  /** ARN. */
  readonly engagement: string;
  /** NAMEs of those whose acknowledgement ends it. */
  readonly enders: ReadonlySet<string>;
  /** Epoch milliseconds after which nothing more is to come. */
  readonly until: number;
  /** Milliseconds between two looks. */
  readonly interval: number;
  readonly signal: AbortSignal;
  onReceipt(receipt: ToldReceipt): void;
}

export async function watchEngagement(found: OpenPeople, watch: Watch): Promise<WatchEnd> {
  const { engagement, enders, until, interval, signal, onReceipt } = watch;
  const told = new Set<string>();
  try {
    for (;;) {
      // Asked first, so that what came before the end is looked for after it.
      const isOver = await hasEnded(engagement, found);
      const receipts = await receiptsOf(engagement, found);
      for (const receipt of receipts) {
        const key = JSON.stringify(receipt);
        if (told.has(key)) continue;
        told.add(key);
        onReceipt(receipt);
      }
      const answer = receipts.find(({ type, contact }) => type === 'READ' && enders.has(contact));
      if (answer !== undefined) return { kind: 'accepted', by: answer.contact };
      if (isOver || Date.now() > until) return { kind: 'over' };
      await sleep(interval, undefined, { signal });
    }
  } catch (error) {
    if (signal.aborted && (error as Error).name === 'AbortError') return { kind: 'interrupted' };
    throw error;
  }
}

async function hasEnded(EngagementId: string, { target }: OpenPeople): Promise<boolean> {
  const { StopTime } = await target.connection.call('DescribeEngagement', { EngagementId });
  return StopTime !== undefined;
}

/** In the order of time. What AWS tells besides (codes of pages, say) is left alone. */
async function receiptsOf(
  EngagementId: string,
  { target: { connection }, names }: OpenPeople,
): Promise<readonly ToldReceipt[]> {
  const sent = await pages<{ readonly PageArn: string; readonly ContactArn: string }>(
    connection,
    'ListPagesByEngagement',
    { EngagementId },
    'Pages',
  );
  const all: ToldReceipt[] = [];
  for (const { PageArn, ContactArn } of sent) {
    const receipts = await pages<{
      readonly ContactChannelArn?: string;
      readonly ReceiptType: ToldReceipt['type'];
      readonly ReceiptTime: number;
    }>(connection, 'ListPageReceipts', { PageId: PageArn }, 'Receipts');
    for (const { ContactChannelArn = '', ReceiptType, ReceiptTime } of receipts) {
      all.push({
        at: ReceiptTime,
        contact: names.contact(ContactArn),
        channel: names.channel(ContactChannelArn) ?? 'a channel',
        type: ReceiptType,
      });
    }
  }
  return all.sort((one, other) => one.at - other.at);
}
