/** What a message calls a character, so that the reader can see which one is meant. */

/** The character itself; its code point where it shows nothing of its own, `U+200B` for one. */
export function characterName(character: string): string {
  if (character === ' ') return 'a space';
  // A pattern of any script that stood outside would cost each start.
  if (!/[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}
