/**
 * Addresses of people, hidden in all that is shown. What is masked keeps its length, so that an
 * underline below it stays true.
 */

/** Anything that looks like a phone number or a mail address. */
export function maskAddresses(text: string): string {
  // Most that is written holds neither, and patterns of any script take a start's time to compile.
  const masked = text.includes('@') ? text.replace(mail(), maskMail) : text;
  return masked.replace(phone, maskPhone);
}

/**
 * A line of source. What stands where an address is meant is masked whatever it looks like, since
 * a mistyped number is still someone's. `before` is the text in front of the line.
 */
export function maskLine(line: string, before: string): string {
  const carried = meantNext.test(before.slice(-looksBack)) ? 'voice ' : '';
  const masked = (carried + line).replace(
    channelValue,
    (_whole, head: string, value: string) => head + maskValue(value),
  );
  return maskAddresses(masked.slice(carried.length));
}

/** How far above a line the word may stand that makes its first string an address. */
export const looksBack = 400;

/** Between the type of a channel and its address nothing but white space and comments may stand. */
const meantNext = /(?:^|\s)(?:voice|sms|email)(?:\s|#[^\r\n]*(?:[\r\n]|$))*$/;

/** One address, or what was written in place of one. */
function maskValue(value: string): string {
  return /^\S+@\S+$/u.test(value) ? maskMail(value) : maskPhone(value);
}

// Each run is bounded, so that no text takes longer than its length.
const mail = () =>
  /[^\s@"'<>(),;:[\]]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]*/gu;
const phone = /\+\d(?:[ ().-]{0,2}\d){6,17}/g;
const channelValue = /((?:^|\s)(?:voice|sms|email)\s*")((?:\\.|[^"\\])*)/g;

/** A letter of the local part, where there are more, and the domain are shown. */
function maskMail(address: string): string {
  const at = address.lastIndexOf('@');
  const shown = at > 1 ? 1 : 0;
  return address.slice(0, shown) + '*'.repeat(at - shown) + address.slice(at);
}

/** Letters and digits become stars, but for some at the ends of a text that is long enough. */
function maskPhone(number: string): string {
  const last = number.length >= 10 ? 4 : 0;
  const end = number.length - last;
  const middle = number
    .slice(2, end)
    .replace(/[\p{L}\p{N}_+]/gu, (digit) => '*'.repeat(digit.length));
  return number.slice(0, 2) + middle + number.slice(end);
}
