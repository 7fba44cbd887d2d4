import { finding } from '../../diagnostics/finding.ts';
import { addressKey } from '../resolve/address-key.ts';
import type { Rule } from './rule.ts';

/** Each address is of one contact. */
export const sameAddress: Rule = {
  contact(contact, { contactAt, isSound, tell }) {
    let told: Set<string | undefined> | undefined;
    for (const { address } of contact.channels) {
      const first = contactAt(address);
      if (first === undefined || first.name === contact.name || !isSound(contact)) continue;
      const key = addressKey(address);
      told ??= new Set();
      if (told.has(key)) continue;
      told.add(key);
      const related = first.channels
        .filter((channel) => addressKey(channel.address) === key)
        .map((channel) => ({ origin: channel.address.origin, message: 'It stands here too.' }));
      tell(finding('same-address', address.origin, { name: first.name }, { related }));
    }
  },
};
