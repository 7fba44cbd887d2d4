import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayNameProblem } from '../../src/values/display-name.ts';

describe('displayNameProblem', () => {
  it.each([
    ['contact', ''],
    ['contact', 'Alice B. Example-Jones_2'],
    ['contact', 'Ærøskøbing 東京 ٣ Ⅳ ½'],
    ['contact', 'a\u00A0b\u3000c\u2028d'],
    ['contact', '𝒜'.repeat(255)],
    ['channel', '電話 1'],
    ['rotation', 'SRE primary_1-2.3'],
    ['rotation', 'a\tb\nc'],
    ['rotation', 'a'.repeat(255)],
  ] as const)('takes a %s named %j', (kind, text) => {
    expect(displayNameProblem(text, kind)).toBeUndefined();
  });

  const letters = 'Use letters, digits, spaces, _ . and -.';
  const latin = 'Use a to z, A to Z, 0 to 9, spaces, _ . and -.';
  it.each([
    ['contact', 'Alice!', `It may not hold !. ${letters}`],
    ['contact', 'Alice (Ops) #1', `It may not hold (. ${letters}`],
    ['contact', 'Alice 😀', `It may not hold 😀. ${letters}`],
    ['contact', 'Alice\tB', `It may not hold U+0009. ${letters}`],
    ['contact', 'Ali\u200Bce', `It may not hold U+200B. ${letters}`],
    ['contact', 'Jose\u0301', `It may not hold U+0301. ${letters}`],
    ['contact', 'a\uD800', `It may not hold U+D800. ${letters}`],
    ['contact', '𝒜'.repeat(256), 'It has 256 characters. Shorten it to 255.'],
    ['channel', '', 'It is empty. Write at least one character.'],
    ['channel', "Alice's phone", `It may not hold '. ${letters}`],
    ['channel', 'a'.repeat(300), 'It has 300 characters. Shorten it to 255.'],
    ['rotation', '', 'It is empty. Write at least one character.'],
    ['rotation', 'Zürich', `It may not hold ü. ${latin}`],
    ['rotation', 'a\u00A0b', `It may not hold U+00A0. ${latin}`],
    ['rotation', 'a'.repeat(256), 'It has 256 characters. Shorten it to 255.'],
  ] as const)('refuses a %s named %j', (kind, text, problem) => {
    expect(displayNameProblem(text, kind)).toBe(problem);
  });

  it('never shows a control character', () => {
    assert(
      property(
        string({ unit: 'binary' }),
        constantFrom('contact', 'channel', 'rotation'),
        (text, kind) => {
          expect(displayNameProblem(text, kind) ?? '').not.toMatch(/\p{C}/u);
        },
      ),
    );
  });
});
