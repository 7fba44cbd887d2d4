import { describe, expect, it } from 'vitest';
import { characterName } from '../../src/values/character-name.ts';

describe('characterName', () => {
  it.each([
    ['!', '!'],
    ['é', 'é'],
    ['😀', '😀'],
    [' ', 'a space'],
    ['\n', 'U+000A'],
    ['\u001B', 'U+001B'],
    ['\u00A0', 'U+00A0'],
    ['\u0301', 'U+0301'],
    ['\u200B', 'U+200B'],
    ['\u202E', 'U+202E'],
    ['\u3164', 'U+3164'],
    ['\uFEFF', 'U+FEFF'],
    ['\uD800', 'U+D800'],
    ['\u{E0001}', 'U+E0001'],
  ])('calls %j %s', (character, name) => {
    expect(characterName(character)).toBe(name);
  });
});
