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

export interface EngagementRow {
  readonly id: number;
  readonly arn: string;
  /** Whom it engages. */
  readonly contact_arn: string;
  readonly sender: string;
  readonly subject: string;
  readonly content: string;
  readonly public_subject: string | null;
  readonly public_content: string | null;
  readonly incident_id: string | null;
  readonly start_time: number;
  /** When it was asked to stop. */
  readonly stop_time: number | null;
  /** When nothing of it runs any more, if nobody does anything. */
  readonly end_time: number;
  /** When the next channel is to be tried. */
  readonly next_due: number | null;
  /** What it runs on, as it stood at its start. */
  readonly snapshot: string;
}

export interface PageRow {
  readonly id: number;
  readonly arn: string;
  readonly engagement_arn: string;
  readonly contact_arn: string;
  readonly channel_arn: string;
  readonly code: string;
  readonly resolution: string;
}

export interface ReceiptRow {
  readonly id: number;
  readonly page_id: number;
  readonly type: Value<'ReceiptType'>;
  readonly info: string | null;
  readonly time: number;
}

/** Throws a ResourceNotFoundException where there is none. */
export function findEngagement(context: Context, arn: string): EngagementRow {
  const found = context.database.get<EngagementRow>('SELECT * FROM engagement WHERE arn = ?', arn);
  if (!found) throw notFound('ENGAGEMENT', arn);
  return found;
}

/** Throws a ResourceNotFoundException where there is none. */
export function findPage(context: Context, arn: string): PageRow {
  const found = context.database.get<PageRow>('SELECT * FROM page WHERE arn = ?', arn);
  if (!found) throw notFound('PAGE', arn);
  return found;
}
