/** `Alias` of contacts, plans and schedules, whose alphabet is that of NAME too. */
import { hasDurationForm } from './duration.ts';

/** Whether text is 1 to 255 of `[a-z0-9_-]`. */
export function isAlias(text: string): boolean {
  return /^[a-z0-9_-]{1,255}$/.test(text);
}

/** Whether text is a NAME: an alias that can't be read as an INTEGER or a DURATION. */
export function isName(text: string): boolean {
  if (!isAlias(text)) return false;
  // Most begin with a letter.
  return !/^\d/.test(text) || (!/^\d+$/.test(text) && !hasDurationForm(text));
}
