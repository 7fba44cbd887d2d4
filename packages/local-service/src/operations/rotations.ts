/** Operations on rotations. */
import { newRotationArn } from '../arns.ts';
import type { Context } from '../context.ts';
import { answerOnce } from '../idempotency.ts';
import type { Input, Output } from '../model/shapes.ts';
import { readPage } from '../paging.ts';
import { findRotation, type RotationRow } from '../resources.ts';
import { personReferenceProblems } from '../rules/contact-references.ts';
import { recurrenceProblems, timeZoneProblems } from '../rules/recurrence-rules.ts';
import { tagProblems } from '../rules/tag-rules.ts';
import { refuse } from '../service-error.ts';
import { addTags, removeTags } from './tags.ts';

export function createRotation(
  context: Context,
  input: Input<'CreateRotation'>,
): Output<'CreateRotation'> {
  return answerOnce(context, 'CreateRotation', input, () => {
    refuse([
      ...personReferenceProblems(context, input.ContactIds, 'ContactIds'),
      ...timeZoneProblems(input.TimeZoneId),
      ...recurrenceProblems(input.Recurrence),
      ...tagProblems(input.Tags ?? [], 'Tags'),
    ]);
    const { database } = context;
    const arn = newRotationArn(context);
    database.run(
      `INSERT INTO rotation (arn, name, contact_arns, start_time, time_zone, recurrence)
       VALUES (?, ?, ?, ?, ?, ?)`,
      arn,
      input.Name,
      JSON.stringify(input.ContactIds),
      // An estimate: the service does not say when a rotation without a start starts.
      input.StartTime ?? context.now() / 1000,
      input.TimeZoneId,
      JSON.stringify(input.Recurrence),
    );
    addTags(database, arn, input.Tags ?? []);
    return { RotationArn: arn };
  });
}

export function getRotation(context: Context, input: Input<'GetRotation'>): Output<'GetRotation'> {
  return describe(findRotation(context, input.RotationId));
}

export function listRotations(
  context: Context,
  input: Input<'ListRotations'>,
): Output<'ListRotations'> {
  const prefix = input.RotationNamePrefix ?? '';
  const { rows, token } = readPage(
    'ListRotations',
    input,
    0,
    (after, limit) =>
      context.database.all<RotationRow>(
        'SELECT * FROM rotation WHERE id > ? AND substr(name, 1, ?) = ? ORDER BY id LIMIT ?',
        after,
        prefix.length,
        prefix,
        limit,
      ),
    (rotation) => rotation.id,
  );
  return { Rotations: rows.map(describe), ...token };
}

export function updateRotation(
  context: Context,
  input: Input<'UpdateRotation'>,
): Output<'UpdateRotation'> {
  const rotation = findRotation(context, input.RotationId);
  refuse([
    ...personReferenceProblems(context, input.ContactIds ?? [], 'ContactIds'),
    ...(input.TimeZoneId === undefined ? [] : timeZoneProblems(input.TimeZoneId)),
    ...recurrenceProblems(input.Recurrence),
  ]);
  context.database.run(
    `UPDATE rotation SET contact_arns = ?, start_time = ?, time_zone = ?, recurrence = ?
     WHERE id = ?`,
    input.ContactIds ? JSON.stringify(input.ContactIds) : rotation.contact_arns,
    input.StartTime ?? rotation.start_time,
    input.TimeZoneId ?? rotation.time_zone,
    JSON.stringify(input.Recurrence),
    rotation.id,
  );
  return {};
}

/** Takes the rotation out of all schedules, as the service does. */
export function deleteRotation(
  context: Context,
  input: Input<'DeleteRotation'>,
): Output<'DeleteRotation'> {
  const { database } = context;
  const { arn } = findRotation(context, input.RotationId);
  const schedules = database.all<{ arn: string; plan: string }>(
    `SELECT arn, plan FROM contact
     WHERE EXISTS (SELECT 1 FROM json_each(contact.plan, '$.RotationIds') WHERE value = ?)`,
    arn,
  );
  for (const schedule of schedules) {
    const { RotationIds }: { RotationIds: readonly string[] } = JSON.parse(schedule.plan);
    database.run(
      'UPDATE contact SET plan = ? WHERE arn = ?',
      JSON.stringify({ RotationIds: RotationIds.filter((rotation) => rotation !== arn) }),
      schedule.arn,
    );
  }
  database.run('DELETE FROM rotation_override WHERE rotation_arn = ?', arn);
  removeTags(database, arn);
  database.run('DELETE FROM rotation WHERE arn = ?', arn);
  return {};
}

function describe(rotation: RotationRow): Output<'GetRotation'> {
  return {
    RotationArn: rotation.arn,
    Name: rotation.name,
    ContactIds: JSON.parse(rotation.contact_arns),
    StartTime: rotation.start_time,
    TimeZoneId: rotation.time_zone,
    Recurrence: JSON.parse(rotation.recurrence),
  };
}
