/** `DisplayName` of contacts, plans and schedules, and `Name` of channels and rotations. */
import { characterName } from './character-name.ts';

/** What is wrong and what to do, a sentence each; `undefined` where AWS takes the text. */
export function displayNameProblem(
  text: string,
  kind: 'contact' | 'channel' | 'rotation',
): string | undefined {
  // Most names; patterns of any script cost a start of the command line a millisecond each.
  if (text.length <= 255 && /^[a-zA-Z0-9_. -]+$/.test(text)) return undefined;
  if (text === '' && kind !== 'contact') return 'It is empty. Write at least one character.';
  const [forbidden, allowed] =
    kind === 'rotation'
      ? [/[^a-zA-Z0-9_\-. \t\n\v\f\r]/u, 'a to z, A to Z, 0 to 9, spaces, _ . and -']
      : [/[^\p{L}\p{Z}\p{N}_.-]/u, 'letters, digits, spaces, _ . and -'];
  const found = forbidden.exec(text);
  if (found !== null) return `It may not hold ${characterName(found[0])}. Use ${allowed}.`;
  const length = [...text].length;
  if (length > 255) return `It has ${length} characters. Shorten it to 255.`;
  return undefined;
}
