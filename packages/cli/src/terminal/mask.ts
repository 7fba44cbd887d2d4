/**
 * Addresses of people, hidden in all that is shown. What is masked keeps its length, so that an
 * underline below it stays true.
 */

/** Anything that looks like a phone number or a mail address. */
export function maskAddresses(text: string): string {
  return text.replace(mail, maskMail).replace(phone, maskPhone);
}

/**
 * A line of source. What stands where an address is meant is masked whatever it looks like, since
 * a mistyped number is still someone's. `before` is the text in front of the line.
 */
export function maskLine(line: string, before: string): string {
  const carried = /(?:^|\s)(?:voice|sms|email)\s*$/.exec(before.slice(-100)) ? 'voice ' : '';
  const masked = (carried + line).replace(
    channelValue,
    (_whole, head: string, value: string) => head + maskValue(value),
  );
  return maskAddresses(masked.slice(carried.length));
}

/** One address, or what was written in place of one. */
export function maskValue(value: string): string {
  if (/^\S+@\S+$/u.test(value)) return value.replace(/^[^@]+/u, (local) => keepEnds(local, 1, 0));
  return maskPhone(value);
}

// Each run is bounded, so that no text takes longer than its length.
const mail = /[^\s@"'<>(),;:[\]]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]*/gu;
const phone = /\+\d(?:[ ().-]{0,2}\d){6,17}/g;
const channelValue = /((?:^|\s)(?:voice|sms|email)\s*")((?:\\.|[^"\\])*)/g;

function maskMail(address: string): string {
  return address.replace(/^[^@]+/u, (local) => keepEnds(local, 1, 0));
}

function maskPhone(number: string): string {
  return number.length >= 10 ? keepEnds(number, 2, 4) : keepEnds(number, 2, 0);
}

/** Letters and digits become stars, but for some at the ends; a text of those alone is hidden whole. */
function keepEnds(text: string, first: number, last: number): string {
  if (text.length <= first + last) return text.replace(/[\p{L}\p{N}]/gu, hidden);
  const end = text.length - last;
  return (
    text.slice(0, first) +
    text.slice(first, end).replace(/[\p{L}\p{N}_+-]/gu, hidden) +
    text.slice(end)
  );
}

function hidden(character: string): string {
  return '*'.repeat(character.length);
}
