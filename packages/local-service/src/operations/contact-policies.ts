/** Operations on the resource policies that share contacts with other accounts. They allow nothing here. */
import type { Context } from '../context.ts';
import type { Input, Output } from '../model/shapes.ts';
import { findContact } from '../resources.ts';
import { refuse } from '../service-error.ts';

/** What a contact without a policy is answered with is not documented: here with its ARN alone. */
export function getContactPolicy(
  context: Context,
  input: Input<'GetContactPolicy'>,
): Output<'GetContactPolicy'> {
  const { arn } = findContact(context, input.ContactArn);
  const found = context.database.get<{ policy: string }>(
    'SELECT policy FROM contact_policy WHERE contact_arn = ?',
    arn,
  );
  return { ContactArn: arn, ...(found && { Policy: found.policy }) };
}

/** Replaces the one before. That it must be a JSON object is all that is checked of it. */
export function putContactPolicy(
  context: Context,
  input: Input<'PutContactPolicy'>,
): Output<'PutContactPolicy'> {
  const { arn } = findContact(context, input.ContactArn);
  if (!isJsonObject(input.Policy)) refuse([{ Name: 'Policy', Message: 'must be a JSON object' }]);
  context.database.run(
    'INSERT OR REPLACE INTO contact_policy (contact_arn, policy) VALUES (?, ?)',
    arn,
    input.Policy,
  );
  return {};
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
