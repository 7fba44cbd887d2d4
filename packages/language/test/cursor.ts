/** Texts in which `┆` stands where the cursor is. */

export function cursorIn(picture: string): { readonly text: string; readonly offset: number } {
  const offset = picture.indexOf('┆');
  if (offset < 0) throw new Error('No cursor is in this text.');
  return { text: picture.slice(0, offset) + picture.slice(offset + 1), offset };
}
