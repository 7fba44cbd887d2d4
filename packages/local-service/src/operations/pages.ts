/** Operations on pages: what engagements sent to channels, and who answered. */
import type { Context } from '../context.ts';
import { runEngagement } from '../engagements/run-engagements.ts';
import type { Input, Output, Value } from '../model/shapes.ts';
import { readPage } from '../paging.ts';
import {
  type EngagementRow,
  findContact,
  findEngagement,
  findPage,
  type PageRow,
  type ReceiptRow,
} from '../resources.ts';
import { refuse } from '../service-error.ts';
import { contentOf } from './engagements.ts';

export function describePage(
  context: Context,
  input: Input<'DescribePage'>,
): Output<'DescribePage'> {
  const page = findPage(context, input.PageId);
  const engagement = findEngagement(context, page.engagement_arn);
  return { ...summary(context, page), ...contentOf(engagement) };
}

export function listPagesByContact(
  context: Context,
  input: Input<'ListPagesByContact'>,
): Output<'ListPagesByContact'> {
  const { arn } = findContact(context, input.ContactId);
  return pagesOf(context, 'ListPagesByContact', input, 'contact_arn', arn);
}

export function listPagesByEngagement(
  context: Context,
  input: Input<'ListPagesByEngagement'>,
): Output<'ListPagesByEngagement'> {
  const { arn } = findEngagement(context, input.EngagementId);
  return pagesOf(context, 'ListPagesByEngagement', input, 'engagement_arn', arn);
}

/** In the order in which they were sent. */
function pagesOf(
  context: Context,
  operation: 'ListPagesByContact' | 'ListPagesByEngagement',
  input: { readonly NextToken?: string; readonly MaxResults?: number },
  column: 'contact_arn' | 'engagement_arn',
  arn: string,
): Output<'ListPagesByContact'> {
  const { rows, token } = readPage(
    operation,
    input,
    0,
    (after, limit) =>
      context.database.all<PageRow>(
        `SELECT * FROM page WHERE ${column} = ? AND id > ? ORDER BY id LIMIT ?`,
        arn,
        after,
        limit,
      ),
    ({ id }) => id,
  );
  return { Pages: rows.map((page) => summary(context, page)), ...token };
}

export function listPageReceipts(
  context: Context,
  input: Input<'ListPageReceipts'>,
): Output<'ListPageReceipts'> {
  const page = findPage(context, input.PageId);
  const { rows, token } = readPage(
    'ListPageReceipts',
    input,
    0,
    (after, limit) =>
      context.database.all<ReceiptRow>(
        'SELECT * FROM receipt WHERE page_id = ? AND id > ? ORDER BY id LIMIT ?',
        page.id,
        after,
        limit,
      ),
    ({ id }) => id,
  );
  const Receipts = rows.map(({ type, info, time }) => ({
    ContactChannelArn: page.channel_arn,
    ReceiptType: type,
    ...(info !== null && { ReceiptInfo: info }),
    ReceiptTime: time,
  }));
  return { Receipts, ...token };
}

/** Never more than a plan, a schedule and a contact, so one answer holds all. */
export function listPageResolutions(
  context: Context,
  input: Input<'ListPageResolutions'>,
): Output<'ListPageResolutions'> {
  return { PageResolutions: JSON.parse(findPage(context, input.PageId).resolution) };
}

/**
 * READ is the acknowledgement; whoever reads a page has got it. That the code is checked unless
 * asked not to be, and that pages of what is over are accepted too, are estimates.
 */
export function acceptPage(context: Context, input: Input<'AcceptPage'>): Output<'AcceptPage'> {
  const page = findPage(context, input.PageId);
  if (input.ContactChannelId !== undefined && input.ContactChannelId !== page.channel_arn) {
    refuse([{ Name: 'ContactChannelId', Message: 'is not the channel of the page' }]);
  }
  if (input.AcceptCodeValidation !== 'IGNORE' && input.AcceptCode !== page.code) {
    refuse([{ Name: 'AcceptCode', Message: 'is not the code that was sent with the page' }]);
  }
  const info = input.Note ?? input.AcceptCode;
  const { SentTime = 0, DeliveryTime } = timesOf(context, page);
  // The clock may have been set back.
  const now = Math.max(context.now() / 1000, SentTime);
  if (DeliveryTime === undefined) receive(context, page, 'DELIVERED', info, now);
  if (input.AcceptType === 'READ') {
    receive(context, page, 'READ', info, now);
    runEngagement(context, findEngagement(context, page.engagement_arn));
  }
  return {};
}

function receive(
  { database }: Context,
  page: PageRow,
  type: ReceiptRow['type'],
  info: string,
  time: number,
): void {
  database.run(
    'INSERT INTO receipt (page_id, type, info, time) VALUES (?, ?, ?, ?)',
    page.id,
    type,
    info,
    time,
  );
}

function summary(context: Context, page: PageRow): Value<'Page'> {
  const engagement: Pick<EngagementRow, 'sender' | 'incident_id'> = findEngagement(
    context,
    page.engagement_arn,
  );
  return {
    PageArn: page.arn,
    EngagementArn: page.engagement_arn,
    ContactArn: page.contact_arn,
    Sender: engagement.sender,
    ...(engagement.incident_id !== null && { IncidentId: engagement.incident_id }),
    ...timesOf(context, page),
  };
}

/** When a page was sent, arrived and was read, by the first receipt of each. */
function timesOf({ database }: Context, { id }: PageRow) {
  const receipts = database.all<ReceiptRow>(
    'SELECT * FROM receipt WHERE page_id = ? ORDER BY id',
    id,
  );
  const first = (type: ReceiptRow['type']) => receipts.find((it) => it.type === type)?.time;
  const [SentTime, DeliveryTime, ReadTime] = [first('SENT'), first('DELIVERED'), first('READ')];
  return {
    ...(SentTime !== undefined && { SentTime }),
    ...(DeliveryTime !== undefined && { DeliveryTime }),
    ...(ReadTime !== undefined && { ReadTime }),
  };
}
