import { visible } from '../terminal/visible.ts';

/**
 * Any text as XML may hold it, in an element or between quotes: what a terminal or XML itself can't
 * bear is shown as an escape, and line ends stay.
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
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
