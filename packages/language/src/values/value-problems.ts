/** Checks of the values that may be variables, for text as for what a variable holds: which code applies. */
import type { Code } from '../diagnostics/catalogue.ts';
import { isAccount } from './account.ts';
import { isContactArn } from './arn.ts';
import type { ChannelType } from './channel-type.ts';
import { isEmail } from './email.ts';
import { isPhoneNumber } from './phone-number.ts';
import { isRegion } from './region.ts';

export function addressProblem(type: ChannelType, text: string): Code | undefined {
  if (type === 'email') return isEmail(text) ? undefined : 'invalid-email';
  return isPhoneNumber(text) ? undefined : 'invalid-phone-number';
}

export function arnProblem(text: string): Code | undefined {
  return isContactArn(text) ? undefined : 'invalid-arn';
}

export function accountProblem(text: string): Code | undefined {
  return isAccount(text) ? undefined : 'invalid-account';
}

export function regionProblem(text: string): Code | undefined {
  return isRegion(text) ? undefined : 'invalid-region';
}
