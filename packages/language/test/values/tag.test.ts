import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagProblem } from '../../src/values/tag.ts';

describe('tagProblem', () => {
  it.each([
    ['team', 'sre'],
    ['Cost/Center_1+2=3-4\\5', 'a b: 1/2 = +3 - x@y_z.'],
    ['oncall', 'équipe 東京'],
    ['aws', 'x'],
    ['k'.repeat(128), '𝒜'.repeat(256)],
  ])('takes %j %j', (key, value) => {
    expect(tagProblem(key, value)).toBeUndefined();
  });

  const keys = 'Use a to z, A to Z, 0 to 9, _ / \\ + = and -.';
  const values = 'Use letters, digits, spaces, _ . : / = + - and @.';
  it.each([
    ['', 'v', 'This tag has no key. Write 1 to 128 characters.'],
    ['aws:name', 'v', 'Tag keys that begin with aws: are kept by AWS. Use another key.'],
    ['AWS:name', 'v', 'Tag keys that begin with aws: are kept by AWS. Use another key.'],
    [
      'oncall/project',
      'v',
      'Tag keys that begin with oncall/ are kept by oncall. Use another key.',
    ],
    ['oncall/ x', 'v', 'Tag keys that begin with oncall/ are kept by oncall. Use another key.'],
    ['a.b', 'v', `A tag's key may not hold ".". ${keys}`],
    ['a b', 'v', `A tag's key may not hold a space. ${keys}`],
    ['a:b', 'v', `A tag's key may not hold ":". ${keys}`],
    ['équipe', 'v', `A tag's key may not hold "é". ${keys}`],
    ['k'.repeat(129), 'v', "This tag's key has 129 characters. Shorten it to 128."],
    ['k', '', 'This tag has no value. Write 1 to 256 characters.'],
    ['k', 'a,b', `A tag's value may not hold ",". ${values}`],
    ['k', 'a\nb', `A tag's value may not hold U+000A. ${values}`],
    ['k', '😀', `A tag's value may not hold "😀". ${values}`],
    ['k', '𝒜'.repeat(257), "This tag's value has 257 characters. Shorten it to 256."],
    ['a.b', 'a,b', `A tag's key may not hold ".". ${keys}`],
  ])('refuses %j %j', (key, value, problem) => {
    expect(tagProblem(key, value)).toBe(problem);
  });

  it('never shows a control character', () => {
    const text = string({ unit: 'binary' });
    assert(
      property(text, text, (key, value) => {
        expect(tagProblem(key, value) ?? '').not.toMatch(/\p{C}/u);
      }),
    );
  });
});
