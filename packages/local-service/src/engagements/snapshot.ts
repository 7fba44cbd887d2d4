/** All that an engagement runs on, as it stood when it began: later changes don't touch it. */
import type { Context } from '../context.ts';
import type { Value } from '../model/shapes.ts';
import { type ContactRow, type RotationRow, settingsOf } from '../resources.ts';
import type { RotationSettings } from '../rules/rotation-rules.ts';

export interface Snapshot {
  /** By ARN: whoever is engaged, and all that this may lead to. Those of elsewhere are not here. */
  readonly contacts: Readonly<Record<string, SnapshotContact>>;
  /** By ARN. */
  readonly rotations: Readonly<Record<string, RotationSettings>>;
}

export interface SnapshotContact {
  readonly type: Value<'ContactType'>;
  readonly plan: Value<'Plan'>;
}

export function takeSnapshot(context: Context, { arn }: ContactRow): Snapshot {
  const contacts: Record<string, SnapshotContact> = {};
  const rotations: Record<string, RotationSettings> = {};

  function visitContact(contactArn: string): void {
    if (contacts[contactArn]) return;
    const row = context.database.get<ContactRow>('SELECT * FROM contact WHERE arn = ?', contactArn);
    // A plan may name one that was deleted.
    if (!row) return;
    const plan: Value<'Plan'> = JSON.parse(row.plan);
    contacts[contactArn] = { type: row.type, plan };
    for (const target of plan.Stages?.flatMap(({ Targets }) => Targets) ?? []) {
      if (target.ContactTargetInfo?.ContactId) visitContact(target.ContactTargetInfo.ContactId);
    }
    for (const rotation of plan.RotationIds ?? []) visitRotation(rotation);
  }

  function visitRotation(rotationArn: string): void {
    if (rotations[rotationArn]) return;
    const row = context.database.get<RotationRow>(
      'SELECT * FROM rotation WHERE arn = ?',
      rotationArn,
    );
    if (!row) return;
    const settings = settingsOf(context, row);
    rotations[rotationArn] = settings;
    for (const member of settings.members) visitContact(member);
    for (const member of settings.overrides.flatMap(({ members }) => members)) visitContact(member);
  }

  visitContact(arn);
  return { contacts, rotations };
}
