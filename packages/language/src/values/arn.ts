/** The ARN of a contact, which an extern gives. */
import { isAccount } from './account.ts';
import { isAlias } from './alias.ts';
import { isRegion } from './region.ts';

/** Whether text names a contact: `arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice`. */
export function isContactArn(text: string): boolean {
  // One part more than an ARN has, so that a text of a million colons costs nothing.
  const [arn, partition, service, region, account, resource, more] = text.split(':', 7);
  if (arn !== 'arn' || service !== 'ssm-contacts' || more !== undefined) return false;
  if (partition !== 'aws' && partition !== 'aws-cn' && partition !== 'aws-us-gov') return false;
  if (region === undefined || account === undefined || resource === undefined) return false;
  if (!isRegion(region) || !isAccount(account)) return false;
  return resource.startsWith('contact/') && isAlias(resource.slice('contact/'.length));
}
