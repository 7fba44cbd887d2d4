import type { Channel } from '../people/activation.ts';
import { visible } from '../terminal/visible.ts';

/** Channels that wait for their codes, a line each. */
export function activationText(waiting: readonly Channel[]): string {
  if (waiting.length === 0) return 'All channels are activated.\n';
  return waiting.map((channel) => `${channelText(channel)}: not activated\n`).join('');
}

/** `@alice.phone, voice +1******0100`. */
export function channelText({ contact, name, type, address = '' }: Channel): string {
  return visible(`@${contact}.${name}, ${type} ${address}`.trimEnd());
}
