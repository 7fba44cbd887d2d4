/** Operations on the overrides of a rotation. */
import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { answerOnce } from '../idempotency.ts';
import type { Input, Output, Value } from '../model/shapes.ts';
import { readPage } from '../paging.ts';
import { findRotation, type OverrideRow } from '../resources.ts';
import { personReferenceProblems } from '../rules/contact-references.ts';
import { overrideEndProblems } from '../rules/override-rules.ts';
import { type Field, notFound, refuse } from '../service-error.ts';

/** Nothing is documented of overrides that overlap: they are accepted. */
export function createRotationOverride(
  context: Context,
  input: Input<'CreateRotationOverride'>,
): Output<'CreateRotationOverride'> {
  return answerOnce(context, 'CreateRotationOverride', input, () => {
    const rotation = findRotation(context, input.RotationId);
    refuse([
      ...personReferenceProblems(context, input.NewContactIds, 'NewContactIds'),
      ...spanProblems(input.StartTime, input.EndTime, context.now()),
      ...overrideEndProblems(input.EndTime, 'EndTime'),
    ]);
    const uuid = randomUUID();
    context.database.run(
      `INSERT INTO rotation_override
         (uuid, rotation_arn, contact_arns, start_time, end_time, create_time)
       VALUES (?, ?, ?, ?, ?, ?)`,
      uuid,
      rotation.arn,
      JSON.stringify(input.NewContactIds),
      input.StartTime,
      input.EndTime,
      context.now() / 1000,
    );
    return { RotationOverrideId: uuid };
  });
}

/** Both from the user guide. */
const SHORTEST_IN_SECONDS = 30 * 60;
const MONTHS_AHEAD = 6;

function spanProblems(start: number, end: number, now: number): readonly Field[] {
  const fields: Field[] = [];
  if (end - start < SHORTEST_IN_SECONDS) {
    fields.push({ Name: 'EndTime', Message: 'must lie at least 30 minutes after StartTime' });
  }
  const latest = new Date(now);
  latest.setUTCMonth(latest.getUTCMonth() + MONTHS_AHEAD);
  if (start * 1000 > latest.getTime()) {
    fields.push({ Name: 'StartTime', Message: `must lie at most ${MONTHS_AHEAD} months ahead` });
  }
  return fields;
}

export function getRotationOverride(
  context: Context,
  input: Input<'GetRotationOverride'>,
): Output<'GetRotationOverride'> {
  const override = findOverride(context, input.RotationId, input.RotationOverrideId);
  return { RotationArn: override.rotation_arn, ...describe(override) };
}

/** Those that share an instant with the range asked for, whose end is not in it. */
export function listRotationOverrides(
  context: Context,
  input: Input<'ListRotationOverrides'>,
): Output<'ListRotationOverrides'> {
  const rotation = findRotation(context, input.RotationId);
  if (input.EndTime < input.StartTime) {
    refuse([{ Name: 'EndTime', Message: 'must not lie before StartTime' }]);
  }
  const { rows, token } = readPage(
    'ListRotationOverrides',
    input,
    0,
    (after, limit) =>
      context.database.all<OverrideRow>(
        `SELECT * FROM rotation_override
         WHERE rotation_arn = ? AND id > ? AND end_time > ? AND start_time < ?
         ORDER BY id LIMIT ?`,
        rotation.arn,
        after,
        input.StartTime,
        input.EndTime,
        limit,
      ),
    (override) => override.id,
  );
  return { RotationOverrides: rows.map(describe), ...token };
}

export function deleteRotationOverride(
  context: Context,
  input: Input<'DeleteRotationOverride'>,
): Output<'DeleteRotationOverride'> {
  const override = findOverride(context, input.RotationId, input.RotationOverrideId);
  context.database.run('DELETE FROM rotation_override WHERE id = ?', override.id);
  return {};
}

function findOverride(context: Context, rotationArn: string, uuid: string): OverrideRow {
  const rotation = findRotation(context, rotationArn);
  const override = context.database.get<OverrideRow>(
    'SELECT * FROM rotation_override WHERE rotation_arn = ? AND uuid = ?',
    rotation.arn,
    uuid,
  );
  if (!override) throw notFound('ROTATION_OVERRIDE', uuid);
  return override;
}

function describe(override: OverrideRow): Value<'RotationOverride'> {
  return {
    RotationOverrideId: override.uuid,
    NewContactIds: JSON.parse(override.contact_arns),
    StartTime: override.start_time,
    EndTime: override.end_time,
    CreateTime: override.create_time,
  };
}
