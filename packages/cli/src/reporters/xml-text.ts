import { visible } from '../terminal/visible.ts';

/**
 * Any text as XML may hold it: what a terminal or XML itself can't bear is shown as an escape, and
 * line ends stay.
 */
export function xmlText(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The same between quotes, where a line end would be read as a space. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;');
}
