/** What an address must look like, which the model leaves open. */
import type { Value } from '../model/shapes.ts';
import type { Field } from '../service-error.ts';

export function addressProblems(
  type: Value<'ChannelType'>,
  delivery: Value<'ContactChannelAddress'>,
): readonly Field[] {
  const address = delivery.SimpleAddress;
  // An address of a person never stands in a message.
  const problem = (Message: string) => [{ Name: 'DeliveryAddress.SimpleAddress', Message }];
  if (address === undefined) return problem('is required');
  if (type === 'EMAIL') {
    return EMAIL.test(address) ? [] : problem('must be an email address');
  }
  return PHONE_NUMBER.test(address)
    ? []
    : problem('must be a plus sign, the country code and the number: 8 to 15 digits in all');
}

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const PHONE_NUMBER = /^\+[0-9]{8,15}$/;
