import type { Channel } from '../people/activation.ts';
import { jsonText } from './json-text.ts';

/** Channels that wait for their codes, for programs. */
export function activationJson(waiting: readonly Channel[]): string {
  return jsonText({
    notActivated: waiting.map(({ contact, name, type, address, isDeferred }) => ({
      contact,
      channel: name,
      type,
      address: address ?? null,
      deferred: isDeferred,
    })),
  });
}
