/** The keys and values of tags. */
import { characterName } from './character-name.ts';

/** What is wrong and what to do, a sentence each; `undefined` where AWS takes both. */
export function tagProblem(key: string, value: string): string | undefined {
  return keyProblem(key) ?? valueProblem(value);
}

function keyProblem(key: string): string | undefined {
  // AWS reserves its prefix in any case.
  if (/^aws:/i.test(key)) return 'Tag keys that begin with aws: are kept by AWS. Use another key.';
  if (key.startsWith('oncall/')) {
    return 'Tag keys that begin with oncall/ are kept by oncall. Use another key.';
  }
  if (key === '') return 'This tag has no key. Write 1 to 128 characters.';
  const found = /[^\\/a-zA-Z0-9_+=-]/u.exec(key);
  if (found !== null) {
    return `A tag's key may not hold ${quoted(found[0])}. Use a to z, A to Z, 0 to 9, _ / \\ + = and -.`;
  }
  // All of its alphabet are characters of one unit.
  if (key.length > 128) return `This tag's key has ${key.length} characters. Shorten it to 128.`;
  return undefined;
}

function valueProblem(value: string): string | undefined {
  if (value === '') return 'This tag has no value. Write 1 to 256 characters.';
  const found = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u.exec(value);
  if (found !== null) {
    return `A tag's value may not hold ${quoted(found[0])}. Use letters, digits, spaces, _ . : / = + - and @.`;
  }
  const length = [...value].length;
  if (length > 256) return `This tag's value has ${length} characters. Shorten it to 256.`;
  return undefined;
}

/** Between quotes, so that a full stop is not taken for the sentence's. */
function quoted(character: string): string {
  const name = characterName(character);
  return name === character ? `"${name}"` : name;
}
