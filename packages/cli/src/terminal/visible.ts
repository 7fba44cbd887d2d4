/**
 * Text of files and of the service, made safe for a terminal: what could move the cursor, change
 * the reading direction or hide is shown as an escape.
 */
export function visible(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.replace(unsafe(), escaped);
}

/** The same over several lines: line ends stay. */
export function visibleLines(text: string): string {
  if (/^[ -~\n]*$/.test(text)) return text;
  return text.replace(unsafe(), (character) => (character === '\n' ? '\n' : escaped(character)));
}

/** Control characters (C0, DEL, C1), format characters (bidi, zero width), line separators, lone surrogates. */
// Made when it is needed, as few texts hold any: to compile what is of any script costs a start.
const unsafe = () => /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}
