/** JSON that is safe on a terminal: what `visible` would escape is written as a JSON escape. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replace(
    /[\p{Cf}\u007f-\u009f\u2028\u2029]/gu,
    (character) =>
      Array.from(
        { length: character.length },
        (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
      ).join(''),
  );
  return `${text}\n`;
}
