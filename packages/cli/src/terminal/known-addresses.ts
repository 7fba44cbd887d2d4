/**
 * Addresses of people that this process has come to know: from variables, files and the service.
 * What others say (an error of AWS, say) may repeat one in a form that nothing else knows as an
 * address; here it is hidden whatever its spelling.
 */

/** Digits of phone numbers, with the country's and without. */
const numbers = new Set<string>();
/** Lengths of those. */
const lengths = new Set<number>();
/** In small letters. */
const mails = new Set<string>();

/** Values that are no address are none of its business: an account is not one. */
export function learnAddress(value: string): void {
  if (/^\S+@\S+$/u.test(value)) mails.add(value.toLowerCase());
  if (!value.startsWith('+')) return;
  const digits = value.replace(/\D/g, '');
  // A country's code has 1 to 3 digits; what is shorter behind it could be any number.
  for (let code = 0; code <= 3; code += 1) {
    const number = digits.slice(code);
    if (number.length < (code === 0 ? 7 : 9)) break;
    numbers.add(number);
    lengths.add(number.length);
  }
}

/** The text with those that are known hidden; of a phone number the last 4 digits stay. */
export function hideKnown(text: string): string {
  if (numbers.size === 0 && mails.size === 0) return text;
  return text
    .replace(spelledNumber, hideNumber)
    .replace(escapedMail, (found) =>
      isKnownMail(decoded(found)) ? '*'.repeat(found.length) : found,
    )
    .replace(encoded, (found) => (holdsKnown(found) ? '*'.repeat(found.length) : found));
}

const spelledNumber = /\d(?:[ ().-]{0,2}\d){6,40}/g;
const escapedMail = /[\w.+%-]{1,64}%40[\w.%-]{1,255}/gi;
/** Base64, of the web too. */
const encoded = /[\w+/-]{12,400}={0,2}/g;

function hideNumber(found: string): string {
  const digits = found.replace(/\D/g, '');
  const hidden = new Set<number>();
  for (const length of lengths) {
    for (let start = 0; start + length <= digits.length; start += 1) {
      if (!numbers.has(digits.slice(start, start + length))) continue;
      for (let at = start; at < start + length - 4; at += 1) hidden.add(at);
    }
  }
  if (hidden.size === 0) return found;
  let at = -1;
  return found.replace(/\d/g, (digit) => {
    at += 1;
    return hidden.has(at) ? '*' : digit;
  });
}

function isKnownMail(text: string): boolean {
  return mails.has(text.toLowerCase());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Wherever in a longer text an address began, one of four offsets shows it. */
function holdsKnown(found: string): boolean {
  return [0, 1, 2, 3].some((offset) => {
    const text = Buffer.from(found.slice(offset), 'base64').toString('latin1');
    const runs = text.match(/\d{7,}/g) ?? [];
    if (runs.some((run) => hideNumber(run) !== run)) return true;
    const words = text.toLowerCase().match(/[!-~]{3,}/g) ?? [];
    return words.some((word) => word.includes('@') && [...mails].some((it) => word.includes(it)));
  });
}
