/** Operations on engagements, which page a contact, a schedule's people or a plan. */
import { newEngagementArn } from '../arns.ts';
import type { Context } from '../context.ts';
import { runEngagement } from '../engagements/run-engagements.ts';
import { takeSnapshot } from '../engagements/snapshot.ts';
import { answerOnce } from '../idempotency.ts';
import type { Input, Output, Value } from '../model/shapes.ts';
import { readPage } from '../paging.ts';
import { type EngagementRow, findContact, findEngagement } from '../resources.ts';

/** That a schedule can be engaged by itself is an estimate. */
export function startEngagement(
  context: Context,
  input: Input<'StartEngagement'>,
): Output<'StartEngagement'> {
  return answerOnce(context, 'StartEngagement', input, () => {
    const contact = findContact(context, input.ContactId);
    const arn = newEngagementArn(context, contact.alias);
    const now = context.now() / 1000;
    context.database.run(
      `INSERT INTO engagement (arn, contact_arn, sender, subject, content, public_subject,
         public_content, incident_id, start_time, end_time, next_due, snapshot)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      arn,
      contact.arn,
      input.Sender,
      input.Subject,
      input.Content,
      input.PublicSubject ?? null,
      input.PublicContent ?? null,
      input.IncidentId ?? null,
      now,
      now,
      now,
      JSON.stringify(takeSnapshot(context, contact)),
    );
    runEngagement(context, findEngagement(context, arn));
    return { EngagementArn: arn };
  });
}

/** Nothing more is sent. One that is over stays as it is; that this is no error is an estimate. */
export function stopEngagement(
  context: Context,
  input: Input<'StopEngagement'>,
): Output<'StopEngagement'> {
  const engagement = findEngagement(context, input.EngagementId);
  // The clock may have been set back.
  const now = Math.max(context.now() / 1000, engagement.start_time);
  if (engagement.end_time <= now) return {};
  context.database.run('UPDATE engagement SET stop_time = ? WHERE id = ?', now, engagement.id);
  // Which pages get such a receipt, and what it says, is an estimate.
  context.database.run(
    `INSERT INTO receipt (page_id, type, info, time)
     SELECT id, 'STOP', ?, ? FROM page WHERE engagement_arn = ?
       AND NOT EXISTS (SELECT 1 FROM receipt WHERE page_id = page.id AND type = 'READ')`,
    input.Reason || null,
    now,
    engagement.arn,
  );
  runEngagement(context, findEngagement(context, engagement.arn));
  return {};
}

export function describeEngagement(
  context: Context,
  input: Input<'DescribeEngagement'>,
): Output<'DescribeEngagement'> {
  const engagement = findEngagement(context, input.EngagementId);
  return { ...summary(context, engagement), ...contentOf(engagement) };
}

/** The newest first, as in AWS's example. A range of time is that of their starts: an estimate. */
export function listEngagements(
  context: Context,
  input: Input<'ListEngagements'>,
): Output<'ListEngagements'> {
  const { StartTime, EndTime } = input.TimeRangeValue ?? {};
  const { rows, token } = readPage(
    'ListEngagements',
    input,
    Number.MAX_SAFE_INTEGER,
    (before, limit) =>
      context.database.all<EngagementRow>(
        `SELECT * FROM engagement
         WHERE id < ? AND (? IS NULL OR incident_id = ?)
           AND (? IS NULL OR start_time >= ?) AND (? IS NULL OR start_time <= ?)
         ORDER BY id DESC LIMIT ?`,
        before,
        input.IncidentId ?? null,
        input.IncidentId ?? null,
        StartTime ?? null,
        StartTime ?? null,
        EndTime ?? null,
        EndTime ?? null,
        limit,
      ),
    ({ id }) => id,
  );
  return { Engagements: rows.map((row) => summary(context, row)), ...token };
}

function summary(context: Context, engagement: EngagementRow): Value<'Engagement'> {
  return {
    EngagementArn: engagement.arn,
    ContactArn: engagement.contact_arn,
    Sender: engagement.sender,
    ...(engagement.incident_id !== null && { IncidentId: engagement.incident_id }),
    StartTime: engagement.start_time,
    ...(engagement.end_time <= context.now() / 1000 && { StopTime: engagement.end_time }),
  };
}

/** What people are told. */
export function contentOf(engagement: EngagementRow) {
  const { public_subject: PublicSubject, public_content: PublicContent } = engagement;
  return {
    Subject: engagement.subject,
    Content: engagement.content,
    ...(PublicSubject !== null && { PublicSubject }),
    ...(PublicContent !== null && { PublicContent }),
  };
}
