/** The forms of the ARNs that the service gives out. */
import { randomUUID } from 'node:crypto';
import type { Context } from './context.ts';

type Place = Pick<Context, 'account' | 'region'>;

export function contactArn(place: Place, alias: string): string {
  return `${prefix(place)}:contact/${alias}`;
}

export function newChannelArn(place: Place, alias: string): string {
  return `${prefix(place)}:contact-channel/${alias}/${randomUUID()}`;
}

export function newRotationArn(place: Place): string {
  return `${prefix(place)}:rotation/${randomUUID()}`;
}

/** Of the contact or plan that is engaged. */
export function newEngagementArn(place: Place, alias: string): string {
  return `${prefix(place)}:engagement/${alias}/${randomUUID()}`;
}

/** Of the contact whose channel is engaged. */
export function newPageArn(place: Place, alias: string): string {
  return `${prefix(place)}:page/${alias}/${randomUUID()}`;
}

/** Whether an ARN could be one of a contact here, and not of another account or Region. */
export function isContactArn(place: Place, arn: string): boolean {
  return arn.startsWith(`${prefix(place)}:contact/`);
}

function prefix({ account, region }: Place): string {
  return `arn:${partition(region)}:ssm-contacts:${region}:${account}`;
}

function partition(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}
