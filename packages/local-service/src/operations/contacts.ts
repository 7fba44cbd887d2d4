/** Operations on contacts of all three types: people, escalation plans and on-call schedules. */
import { contactArn } from '../arns.ts';
import type { Context } from '../context.ts';
import { answerOnce } from '../idempotency.ts';
import type { Input, Output, Value } from '../model/shapes.ts';
import { readPage } from '../paging.ts';
import { type ContactRow, findContact } from '../resources.ts';
import { planProblems } from '../rules/plan-rules.ts';
import { tagProblems } from '../rules/tag-rules.ts';
import { conflict, refuse } from '../service-error.ts';
import { addTags, removeTags } from './tags.ts';

export function createContact(
  context: Context,
  input: Input<'CreateContact'>,
): Output<'CreateContact'> {
  return answerOnce(context, 'CreateContact', input, () => {
    const { database } = context;
    const arn = contactArn(context, input.Alias);
    refuse([
      ...planProblems(context, { arn, type: input.Type }, input.Plan),
      ...tagProblems(input.Tags ?? [], 'Tags'),
    ]);
    if (database.get('SELECT arn FROM contact WHERE arn = ?', arn)) {
      throw conflict(`A contact has the alias ${input.Alias} already`, 'CONTACT', arn);
    }
    database.run(
      'INSERT INTO contact (arn, alias, type, display_name, plan) VALUES (?, ?, ?, ?, ?)',
      arn,
      input.Alias,
      input.Type,
      input.DisplayName ?? null,
      JSON.stringify(input.Plan),
    );
    addTags(database, arn, input.Tags ?? []);
    return { ContactArn: arn };
  });
}

export function getContact(context: Context, input: Input<'GetContact'>): Output<'GetContact'> {
  const contact = findContact(context, input.ContactId);
  return { ...summary(contact), Plan: JSON.parse(contact.plan) };
}

export function listContacts(
  context: Context,
  input: Input<'ListContacts'>,
): Output<'ListContacts'> {
  const prefix = input.AliasPrefix ?? '';
  const { rows, token } = readPage(
    'ListContacts',
    input,
    '',
    (after, limit) =>
      context.database.all<ContactRow>(
        `SELECT * FROM contact
         WHERE alias > ? AND substr(alias, 1, ?) = ? AND (? IS NULL OR type = ?)
         ORDER BY alias LIMIT ?`,
        after,
        prefix.length,
        prefix,
        input.Type ?? null,
        input.Type ?? null,
        limit,
      ),
    (contact) => contact.alias,
  );
  return { Contacts: rows.map(summary), ...token };
}

export function updateContact(
  context: Context,
  input: Input<'UpdateContact'>,
): Output<'UpdateContact'> {
  const contact = findContact(context, input.ContactId);
  if (input.Plan) refuse(planProblems(context, contact, input.Plan));
  context.database.run(
    'UPDATE contact SET display_name = ?, plan = ? WHERE arn = ?',
    input.DisplayName ?? contact.display_name,
    input.Plan ? JSON.stringify(input.Plan) : contact.plan,
    contact.arn,
  );
  return {};
}

/** Leaves the contact in plans that name it, as the service does. */
export function deleteContact(
  context: Context,
  input: Input<'DeleteContact'>,
): Output<'DeleteContact'> {
  const { database } = context;
  const { arn } = findContact(context, input.ContactId);
  const rotations = database.all<{ arn: string }>(
    `SELECT arn FROM rotation
     WHERE EXISTS (SELECT 1 FROM json_each(rotation.contact_arns) WHERE value = ?) ORDER BY id`,
    arn,
  );
  if (rotations.length > 0) {
    throw conflict('The contact is a member of rotations', 'CONTACT', arn, [
      { RelationType: 'ROTATION', arns: rotations.map((rotation) => rotation.arn) },
    ]);
  }
  database.run('DELETE FROM channel WHERE contact_arn = ?', arn);
  database.run('DELETE FROM contact_policy WHERE contact_arn = ?', arn);
  removeTags(database, arn);
  database.run('DELETE FROM contact WHERE arn = ?', arn);
  return {};
}

function summary(contact: ContactRow): Value<'Contact'> {
  return {
    ContactArn: contact.arn,
    Alias: contact.alias,
    ...(contact.display_name !== null && { DisplayName: contact.display_name }),
    Type: contact.type,
  };
}
