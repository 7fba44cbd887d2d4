/** ARNs: those that are known before a call, and the places of those that are not. */

/** The ARN of what a request makes, where only that request will tell it. */
export interface ArnOf {
  /** Id of the request. */
  readonly arnOf: string;
}

export type Arn = string | ArnOf;

/**
 * The ARN of a contact, plan or schedule, which follows from its alias; undefined where the
 * account or the Region is not known.
 */
export function contactArn(
  alias: string,
  account: string | undefined,
  region: string | undefined,
): string | undefined {
  if (account === undefined || region === undefined) return undefined;
  return `arn:${partition(region)}:ssm-contacts:${region}:${account}:contact/${alias}`;
}

export function isArnOf(value: unknown): value is ArnOf {
  // The service's own members begin with a capital letter, so none is taken for a place.
  return typeof value === 'object' && value !== null && 'arnOf' in value;
}

function partition(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}
