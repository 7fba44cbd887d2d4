import { usageError } from '../exit.ts';
import { visible } from '../terminal/visible.ts';
import type { Invocation } from './command.ts';

/** The value of an option that takes a whole number, where it is given. */
export function wholeNumber(
  invocation: Invocation,
  option: string,
  { least = 0, most = 999_999_999 } = {},
): number | undefined {
  const written = invocation.value(option);
  if (written === undefined) return undefined;
  const number = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (number >= least && number <= most) return number;
  const range = most === 999_999_999 ? '' : ` from ${least} to ${most}`;
  throw usageError(`--${option} can't be ${visible(written)}`, `Write a whole number${range}.`);
}
