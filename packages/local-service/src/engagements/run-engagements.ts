/** Does what engagements have due: pages to channels, into the outbox. */
import { newPageArn } from '../arns.ts';
import type { Context } from '../context.ts';
import { newCode, send } from '../outbox.ts';
import type { ChannelRow, EngagementRow } from '../resources.ts';
import { type Acknowledgement, courseOf, type Try } from './course.ts';

/**
 * All that is due by now. Nothing but requests changes what an engagement goes by, so it is enough
 * to do this before each of them.
 */
export function runEngagements(context: Context): void {
  for (const engagement of dueEngagements(context)) runEngagement(context, engagement);
}

export function hasDue(context: Context): boolean {
  return dueEngagements(context).length > 0;
}

function dueEngagements({ database, now }: Context): readonly EngagementRow[] {
  return database.all<EngagementRow>(
    'SELECT * FROM engagement WHERE next_due <= ? ORDER BY next_due, id',
    now() / 1000,
  );
}

/** Does what is due of one, and reckons anew what comes. */
export function runEngagement(context: Context, engagement: EngagementRow): void {
  const { database } = context;
  const now = context.now() / 1000;
  const { tries, end } = courseOf(engagement, acknowledgementsOf(context, engagement));
  const done = engagement.next_due ?? Number.POSITIVE_INFINITY;
  for (const attempt of tries) {
    if (attempt.time >= done && attempt.time <= now) page(context, engagement, attempt);
  }
  const next = tries.find(({ time }) => time >= done && time > now)?.time;
  database.run(
    'UPDATE engagement SET next_due = ?, end_time = ? WHERE id = ?',
    next ?? null,
    end,
    engagement.id,
  );
}

/** Those who answered, by what they answered to. */
function acknowledgementsOf(
  { database }: Context,
  { arn }: EngagementRow,
): readonly Acknowledgement[] {
  return database.all<Acknowledgement>(
    `SELECT page.contact_arn AS contact, receipt.time AS time
     FROM receipt JOIN page ON page.id = receipt.page_id
     WHERE page.engagement_arn = ? AND receipt.type = 'READ' ORDER BY receipt.id`,
    arn,
  );
}

/** A channel that is not activated, or was deleted meanwhile, is not engaged. */
function page(context: Context, engagement: EngagementRow, attempt: Try): void {
  const { database } = context;
  const channel = database.get<ChannelRow>(
    'SELECT * FROM channel WHERE arn = ? AND activated = 1',
    attempt.channel,
  );
  if (!channel) return;
  const arn = newPageArn(context, channel.contact_arn.split('contact/')[1] ?? '');
  const code = newCode();
  database.run(
    `INSERT INTO page (arn, engagement_arn, contact_arn, channel_arn, code, resolution)
     VALUES (?, ?, ?, ?, ?, ?)`,
    arn,
    engagement.arn,
    attempt.contact,
    channel.arn,
    code,
    JSON.stringify(attempt.resolution()),
  );
  const text = textOf(engagement, channel, code);
  const message = send(context, channel, {
    kind: 'page',
    time: attempt.time,
    text,
    code,
    page: arn,
  });
  database.run(
    `INSERT INTO receipt (page_id, type, info, time)
     SELECT id, 'SENT', ?, ? FROM page WHERE arn = ?`,
    message,
    attempt.time,
    arn,
  );
}

/** A text message is not secure, so it has the public parts alone. */
function textOf(engagement: EngagementRow, { type }: ChannelRow, code: string): string {
  const parts =
    type === 'SMS'
      ? [engagement.public_subject, engagement.public_content]
      : [engagement.subject, engagement.content];
  const ask = `Incident Manager pages you. Acknowledge with the code ${code}.`;
  return [...parts.filter((part) => part !== null), ask].join('\n');
}
