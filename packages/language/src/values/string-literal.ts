/** STRING: what stands between its quotes, and the text that it means. */
import type { Span } from '../text/span.ts';

export interface DecodedString {
  /** What is no escape stands here as it was written. */
  readonly text: string;
  /** From the start of what was given. */
  readonly badEscapes: readonly Span[];
}

/** Takes what stands between the quotes; of a string without the closing one, the rest of its line. */
export function decodeString(raw: string): DecodedString {
  const badEscapes: Span[] = [];
  const text = raw.replace(anyEscape, (written: string, hex: string | undefined, at: number) => {
    const meant = hex === undefined ? simple.get(written) : ofCodePoint(Number.parseInt(hex, 16));
    if (meant !== undefined) return meant;
    // Only a string that is cut off can end so, and then the missing quote is the mistake.
    if (written !== '\\') badEscapes.push({ start: at, end: at + written.length });
    return written;
  });
  return { text, badEscapes };
}

/** The STRING, quotes included, that means the text; what would not show in it is escaped. */
export function quote(text: string): string {
  const unshown = /["\\\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u{FEFF}]/gu;
  return `"${text.replace(unshown, (character) => shortOf.get(character) ?? longOf(character))}"`;
}

/** A good `\u{…}` alone has a group; of a bad one, all that was meant as the escape is matched. */
const anyEscape = /\\(?:u\{([\da-fA-F]+)\}|u\{[\da-zA-Z]*\}?|.|$)/gsu;

const simple: ReadonlyMap<string, string> = new Map([
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\n', '\n'],
  ['\\t', '\t'],
]);

const shortOf: ReadonlyMap<string, string> = new Map([...simple].map(([a, b]) => [b, a]));

function ofCodePoint(code: number): string | undefined {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0x10ffff || isSurrogate ? undefined : String.fromCodePoint(code);
}

function longOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
