/**
 * Stands marks in the place of addresses, so that it can be told whether one is as it was and not
 * what it is. A mark is so short that many a phone number has it: whoever tries all numbers finds
 * hundreds, and is none the wiser. Two addresses have the same by chance once in 16 million.
 */
import { createHmac } from 'node:crypto';
import type { LiveContact, LiveRotation } from '@oncall/compiler';

export interface AddressMarks {
  mark(address: string): string;
  /** Without what is of no use later: addresses, and whose overrides are. */
  hide<T extends LiveContact | LiveRotation>(live: T): T;
  /** The input of a request. */
  hideInput(input: object): object;
  /** Puts those of these addresses back whose marks stand there, and else nothing. */
  teller(addresses: Iterable<string>): (contact: LiveContact) => LiveContact;
}

export function addressMarks(salt: string): AddressMarks {
  const mark = (address: string) =>
    createHmac('sha256', salt).update(address).digest('hex').slice(0, 6);

  return {
    mark,
    hide: (live) => {
      if ('alias' in live) {
        const channels = live.channels.map((channel) => ({
          ...channel,
          address: mark(channel.address),
        }));
        return { ...live, channels };
      }
      const overrides = live.overrides.map(({ id, contactIds, startTime, endTime }) => ({
        id,
        contactIds,
        startTime,
        endTime,
      }));
      return { ...live, overrides };
    },
    hideInput: (input) => {
      const { DeliveryAddress } = input as { DeliveryAddress?: { SimpleAddress: string } };
      if (DeliveryAddress === undefined) return input;
      const SimpleAddress = mark(DeliveryAddress.SimpleAddress);
      return { ...input, DeliveryAddress: { SimpleAddress } };
    },
    teller: (addresses) => {
      const known = new Map([...addresses].map((address) => [mark(address), address]));
      return (contact) => ({
        ...contact,
        channels: contact.channels.map((channel) => ({
          ...channel,
          address: known.get(channel.address) ?? '',
        })),
      });
    },
  };
}
