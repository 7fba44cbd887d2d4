/** Activation of channels by the codes that are sent to them. */
import type { Context } from '../context.ts';
import type { Input, Output } from '../model/shapes.ts';
import { newCode, send } from '../outbox.ts';
import { type ChannelRow, findChannel } from '../resources.ts';
import { refuse } from '../service-error.ts';

export function activateContactChannel(
  context: Context,
  input: Input<'ActivateContactChannel'>,
): Output<'ActivateContactChannel'> {
  const channel = findChannel(context, input.ContactChannelId);
  if (channel.code !== input.ActivationCode) {
    refuse([
      { Name: 'ActivationCode', Message: 'is not the code that was sent to the channel last' },
    ]);
  }
  context.database.run('UPDATE channel SET activated = 1 WHERE id = ?', channel.id);
  return {};
}

/** The channel needs a new code from then on: an estimate. */
export function deactivateContactChannel(
  context: Context,
  input: Input<'DeactivateContactChannel'>,
): Output<'DeactivateContactChannel'> {
  const channel = findChannel(context, input.ContactChannelId);
  context.database.run('UPDATE channel SET activated = 0, code = NULL WHERE id = ?', channel.id);
  return {};
}

export function sendActivationCode(
  context: Context,
  input: Input<'SendActivationCode'>,
): Output<'SendActivationCode'> {
  sendCode(context, findChannel(context, input.ContactChannelId));
  return {};
}

/** Makes a code for the channel; one sent before is worth nothing any more: an estimate. */
export function sendCode(context: Context, channel: ChannelRow): void {
  const code = newCode();
  context.database.run('UPDATE channel SET code = ? WHERE id = ?', code, channel.id);
  const time = context.now() / 1000;
  const text = `Incident Manager: your activation code is ${code}.`;
  send(context, channel, { kind: 'activation', time, text, code, page: null });
}
