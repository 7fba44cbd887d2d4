/** Activation of channels by the codes that are sent to them. */
import { randomInt } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Input, Output } from '../model/shapes.ts';
import { findChannel } from '../resources.ts';
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
  sendCode(context, findChannel(context, input.ContactChannelId).arn);
  return {};
}

/** Makes a code for the channel; one sent before is worth nothing any more. */
export function sendCode(context: Context, channelArn: string): void {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  context.database.run('UPDATE channel SET code = ? WHERE arn = ?', code, channelArn);
}
