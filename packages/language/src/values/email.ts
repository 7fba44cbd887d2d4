/** The address of an email channel. */

/**
 * Whether text is an address as people have them: letters of any script, no quotes, no comments
 * and no address literals. Of the rest of RFC 5322 nothing is accepted.
 */
export function isEmail(text: string): boolean {
  // Most addresses; patterns of any script cost a start of the command line a millisecond each.
  if (text.length <= 64 && plain.test(text)) return true;
  const at = text.indexOf('@');
  if (at === -1 || tooLong(text, 254)) return false;
  return isLocalPart(text.slice(0, at)) && isDomain(text.slice(at + 1));
}

const plain = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+$/;

function isLocalPart(text: string): boolean {
  if (tooLong(text, 64)) return false;
  return text.split('.').every((atom) => /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u.test(atom));
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  const last = labels.at(-1) ?? '';
  // All digits at the end would be an IP address.
  return labels.length >= 2 && labels.every(isLabel) && !/^\d+$/.test(last);
}

function isLabel(text: string): boolean {
  if (text.startsWith('-') || text.endsWith('-') || tooLong(text, 63)) return false;
  return /^[\p{L}\p{M}\p{N}-]+$/u.test(text);
}

function tooLong(text: string, characters: number): boolean {
  // A character is at most two units, so a text of more needs no counting.
  return text.length > 2 * characters || [...text].length > characters;
}
