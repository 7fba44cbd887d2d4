/**
 * How wide text is about, without a font at hand: on the side of the wider ones among the fonts of
 * systems, so that what is said to fit does so almost everywhere.
 */

/** Pixels, for a font size in pixels. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/** Times the font size: how much wider bold letters are. */
export const bold = 1.1;

/** The text, or as much of its beginning as fits with an ellipsis; '' where not even one does. */
export function fitted(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  const characters = [...text];
  let width = widthOf('…', size);
  let kept = 0;
  for (const character of characters) {
    width += emsOf(character) * size;
    if (width > room) break;
    kept += 1;
  }
  return kept === 0 ? '' : `${characters.slice(0, kept).join('').trimEnd()}…`;
}

function emsOf(character: string): number {
  if (/[iljtfrI.,:;'|!()[\] ]/.test(character)) return 0.36;
  if (/[mwMW@%…]/.test(character)) return 0.93;
  if (/[a-z0-9_$"*/\\-]/.test(character)) return 0.6;
  if (/\p{M}/u.test(character)) return 0;
  if (/[A-Z]/.test(character)) return 0.7;
  // Scripts of square characters, and pictures.
  return (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1.1 : 0.68;
}
