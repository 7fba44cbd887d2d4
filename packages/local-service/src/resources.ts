/** Resources as the database holds them, and the way to find one by its ARN. */
import { isContactArn } from './arns.ts';
import type { Context } from './context.ts';
import type { Value } from './model/shapes.ts';
import type { RotationSettings } from './rules/rotation-rules.ts';
import { invalidArn, notFound } from './service-error.ts';

export interface ContactRow {
  readonly arn: string;
  readonly alias: string;
  readonly type: Value<'ContactType'>;
  readonly display_name: string | null;
  readonly plan: string;
}

export interface ChannelRow {
  readonly id: number;
  readonly arn: string;
  readonly contact_arn: string;
  readonly name: string;
  readonly type: Value<'ChannelType'>;
  readonly address: string;
  /** 0 or 1. */
  readonly activated: number;
  /** The code that was sent last. */
  readonly code: string | null;
}

export interface RotationRow {
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly contact_arns: string;
  readonly start_time: number;
  readonly time_zone: string;
  readonly recurrence: string;
}

export interface OverrideRow {
  readonly id: number;
  readonly uuid: string;
  readonly rotation_arn: string;
  readonly contact_arns: string;
  readonly start_time: number;
  readonly end_time: number;
  readonly create_time: number;
}

/**
 * Throws a ResourceNotFoundException where there is none, and a ValidationException for an ARN
 * of another account or Region (an estimate: what the service says then is not documented).
 */
export function findContact(context: Context, arn: string): ContactRow {
  if (!isContactArn(context, arn)) throw invalidArn('ContactId', arn);
  const contact = context.database.get<ContactRow>('SELECT * FROM contact WHERE arn = ?', arn);
  if (!contact) throw notFound('CONTACT', arn);
  return contact;
}

/** Throws a ResourceNotFoundException where there is none. */
export function findChannel(context: Context, arn: string): ChannelRow {
  const channel = context.database.get<ChannelRow>('SELECT * FROM channel WHERE arn = ?', arn);
  if (!channel) throw notFound('CONTACT_CHANNEL', arn);
  return channel;
}

/** A missing rotation is a ValidationException, unlike all else that may be missing. */
export function findRotation(context: Context, arn: string, member = 'RotationId'): RotationRow {
  const rotation = context.database.get<RotationRow>('SELECT * FROM rotation WHERE arn = ?', arn);
  if (!rotation) throw invalidArn(member, arn);
  return rotation;
}

/** A rotation with its overrides, as far as they decide who is on call. */
export function settingsOf({ database }: Context, rotation: RotationRow): RotationSettings {
  const overrides = database.all<OverrideRow>(
    'SELECT * FROM rotation_override WHERE rotation_arn = ? ORDER BY id',
    rotation.arn,
  );
  return {
    start: rotation.start_time,
    zone: rotation.time_zone,
    recurrence: JSON.parse(rotation.recurrence),
    members: JSON.parse(rotation.contact_arns),
    overrides: overrides.map(({ start_time, end_time, contact_arns }) => ({
      start: start_time,
      end: end_time,
      members: JSON.parse(contact_arns),
    })),
  };
}
