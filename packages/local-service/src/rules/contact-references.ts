/** Whether a contact that a request names can stand where it is named. */
import type { Context } from '../context.ts';
import type { Value } from '../model/shapes.ts';
import { type Field, invalidArnMessage } from '../service-error.ts';

type ContactType = Value<'ContactType'>;

export function contactReferenceProblems(
  context: Context,
  arn: string,
  allowed: readonly ContactType[],
  path: string,
): readonly Field[] {
  if (context.externs.has(arn)) return [];
  const contact = context.database.get<{ type: ContactType }>(
    'SELECT type FROM contact WHERE arn = ?',
    arn,
  );
  if (!contact) return [{ Name: path, Message: invalidArnMessage(arn) }];
  if (allowed.includes(contact.type)) return [];
  return [
    { Name: path, Message: `must be a contact of type ${allowed.join(' or ')}: ${arn} is none` },
  ];
}

/** For members of rotations and overrides, who are persons. */
export function personReferenceProblems(
  context: Context,
  arns: readonly string[],
  path: string,
): readonly Field[] {
  return arns.flatMap((arn, index) =>
    contactReferenceProblems(context, arn, ['PERSONAL'], `${path}[${index}]`),
  );
}
