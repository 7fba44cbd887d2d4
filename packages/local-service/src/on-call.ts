import { onCall } from '@oncall/simulator';
import type { Context } from './context.ts';
import type { Value } from './model/shapes.ts';
import { type ContactRow, type RotationRow, settingsOf } from './resources.ts';
import { rotationRules } from './rules/rotation-rules.ts';

/**
 * Whom a schedule comes down to at an instant (epoch seconds): the ARNs of all on call in its
 * rotations, each once, in the order of these. An estimate, as shifts are.
 */
export function contactsOnCall(
  context: Context,
  schedule: ContactRow,
  instant: number,
): readonly string[] {
  const { RotationIds = [] }: Value<'Plan'> = JSON.parse(schedule.plan);
  const rotations = RotationIds.flatMap((arn) => {
    const found = context.database.get<RotationRow>('SELECT * FROM rotation WHERE arn = ?', arn);
    return found ? [found] : [];
  });
  const rules = {
    rotations: new Map(rotations.map((it) => [it.arn, rotationRules(settingsOf(context, it))])),
  };
  const duties = onCall(rules, { rotations: rotations.map(({ arn }) => ({ name: arn })) }, instant);
  return [...new Set(duties.flatMap(({ contacts }) => contacts))];
}
