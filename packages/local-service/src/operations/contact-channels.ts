/** Operations on the channels of a contact; activation.ts holds those that activate them. */
import { newChannelArn } from '../arns.ts';
import type { Context } from '../context.ts';
import { answerOnce } from '../idempotency.ts';
import type { Input, Output } from '../model/shapes.ts';
import { readPage } from '../paging.ts';
import { type ChannelRow, type ContactRow, findChannel, findContact } from '../resources.ts';
import { addressProblems } from '../rules/address-rules.ts';
import { invalidArn, refuse } from '../service-error.ts';
import { sendCode } from './activation.ts';

/** What the service takes for a conflict here is not documented: two channels may be all alike. */
export function createContactChannel(
  context: Context,
  input: Input<'CreateContactChannel'>,
): Output<'CreateContactChannel'> {
  return answerOnce(context, 'CreateContactChannel', input, () => {
    const { database } = context;
    const contact = database.get<ContactRow>(
      'SELECT * FROM contact WHERE arn = ?',
      input.ContactId,
    );
    // The model gives this operation no ResourceNotFoundException.
    if (!contact) throw invalidArn('ContactId', input.ContactId);
    refuse([
      // An estimate: plans and schedules are reached through their targets.
      ...(contact.type === 'PERSONAL'
        ? []
        : [{ Name: 'ContactId', Message: 'must be a contact of type PERSONAL' }]),
      ...addressProblems(input.Type, input.DeliveryAddress),
    ]);
    const arn = newChannelArn(context, contact.alias);
    database.run(
      `INSERT INTO channel (arn, contact_arn, name, type, address, activated)
       VALUES (?, ?, ?, ?, ?, 0)`,
      arn,
      contact.arn,
      input.Name,
      input.Type,
      input.DeliveryAddress.SimpleAddress ?? '',
    );
    if (!input.DeferActivation) sendCode(context, findChannel(context, arn));
    return { ContactChannelArn: arn };
  });
}

export function getContactChannel(
  context: Context,
  input: Input<'GetContactChannel'>,
): Output<'GetContactChannel'> {
  return describe(findChannel(context, input.ContactChannelId));
}

export function listContactChannels(
  context: Context,
  input: Input<'ListContactChannels'>,
): Output<'ListContactChannels'> {
  const contact = findContact(context, input.ContactId);
  const { rows, token } = readPage(
    'ListContactChannels',
    input,
    0,
    (after, limit) =>
      context.database.all<ChannelRow>(
        'SELECT * FROM channel WHERE contact_arn = ? AND id > ? ORDER BY id LIMIT ?',
        contact.arn,
        after,
        limit,
      ),
    (channel) => channel.id,
  );
  return { ContactChannels: rows.map(describe), ...token };
}

/** Whether a new address resets activation is not documented: here the channel stays as it is. */
export function updateContactChannel(
  context: Context,
  input: Input<'UpdateContactChannel'>,
): Output<'UpdateContactChannel'> {
  const channel = findChannel(context, input.ContactChannelId);
  if (input.DeliveryAddress) refuse(addressProblems(channel.type, input.DeliveryAddress));
  context.database.run(
    'UPDATE channel SET name = ?, address = ? WHERE id = ?',
    input.Name ?? channel.name,
    input.DeliveryAddress?.SimpleAddress ?? channel.address,
    channel.id,
  );
  return {};
}

/** Leaves the stages that target the channel, as the service does: they ignore it from now on. */
export function deleteContactChannel(
  context: Context,
  input: Input<'DeleteContactChannel'>,
): Output<'DeleteContactChannel'> {
  const channel = findChannel(context, input.ContactChannelId);
  context.database.run('DELETE FROM channel WHERE id = ?', channel.id);
  return {};
}

function describe(channel: ChannelRow) {
  return {
    ContactChannelArn: channel.arn,
    ContactArn: channel.contact_arn,
    Name: channel.name,
    Type: channel.type,
    DeliveryAddress: { SimpleAddress: channel.address },
    ActivationStatus: channel.activated === 1 ? 'ACTIVATED' : 'NOT_ACTIVATED',
  } as const;
}
