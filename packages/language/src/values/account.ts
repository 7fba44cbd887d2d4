/** The number of an AWS account. */

/** Whether text is 12 digits. */
export function isAccount(text: string): boolean {
  return /^\d{12}$/.test(text);
}
