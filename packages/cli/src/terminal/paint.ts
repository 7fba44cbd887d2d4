/** Colours by what they mean. Without colour each is the text itself. */
export interface Paint {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  good(text: string): string;
  quiet(text: string): string;
  strong(text: string): string;
}

/** What a colour sequence begins with. */
export const escapeCharacter = '\u001b';

export function paintWith(colour: boolean): Paint {
  const code = (number: number) => (text: string) =>
    colour && text !== '' ? `${escapeCharacter}[${number}m${text}${escapeCharacter}[0m` : text;
  return {
    error: code(31),
    warning: code(33),
    info: code(36),
    good: code(32),
    quiet: code(90),
    strong: code(1),
  };
}
