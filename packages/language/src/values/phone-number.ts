/** The address of a voice or sms channel: `+`, the country's code and the number. */

/** Whether text is `+` and 8 to 15 digits. */
export function isPhoneNumber(text: string): boolean {
  return /^\+\d{8,15}$/.test(text);
}

/** The number meant, where spaces, dots, hyphens or parentheses are all that is wrong with text. */
export function mendPhoneNumber(text: string): string | undefined {
  if (text.length > longest) return undefined;
  // In +44 (0)20 the zero is for callers within the country; whether it goes, text can't tell.
  if (/\([\p{Zs}.]*0/u.test(text)) return undefined;
  const mended = text.replace(/[\p{Zs}.()\u2010\u2011-]/gu, '');
  return mended !== text && isPhoneNumber(mended) ? mended : undefined;
}

/** Far more than any written number takes. */
const longest = 100;
