import { describe, expect, it } from 'vitest';
import { type ScannedPiece, scan } from '../../src/syntax/scanner.ts';

function scanned(text: string): readonly ScannedPiece[] {
  const pieces: ScannedPiece[] = [];
  scan(text, (piece) => pieces.push(piece));
  return pieces;
}

function tokens(text: string): readonly string[] {
  return scanned(text).flatMap((piece) =>
    piece.tokens.map(({ tokenType, image }) => `${tokenType.name} ${image}`),
  );
}

describe('tokens', () => {
  it.each([
    ['alice', 'Word alice'],
    ['Zoë', 'Word Zoë'],
    ['艾丽斯', 'Word 艾丽斯'],
    ['-', 'Word -'],
    ['_x', 'Word _x'],
    ['on-call', 'Keyword-on-call on-call'],
    ['stage-1', 'Word stage-1'],
    ['Stage', 'Word Stage'],
    ['2nd-line', 'Digits 2nd-line'],
    ['5m', 'Digits 5m'],
    ['09:00', 'Clock 09:00'],
    ['2026-01-05T09:00:30-05:00', 'Clock 2026-01-05T09:00:30-05:00'],
    ['2026-01-05T09:00+05:30', 'Clock 2026-01-05T09:00+05:30'],
    ['@2nd', 'Ref @2nd'],
    ['@Zoë', 'Ref @Zoë'],
    ['$A_1', 'Variable $A_1'],
    ['"a \\" # < >"', 'String "a \\" # < >"'],
    ['""', 'String ""'],
    ['"a', 'String "a'],
    ['"a\\', 'String "a\\'],
    ['..', 'Range ..'],
  ])('%s is one', (text, token) => {
    expect(tokens(text)).toEqual([token]);
  });

  it.each([
    ['09:00..17:00', ['Clock 09:00', 'Range ..', 'Clock 17:00']],
    ['a<b>c', ['Word a', 'Open <', 'Word b', 'Close >', 'Word c']],
    ['a"b"c', ['Word a', 'String "b"', 'Word c']],
    ['a@b', ['Word a', 'Ref @b']],
    ['@ a', ['Word a']],
    ['5m+', ['Digits 5m']],
    ['a#b\nc', ['Word a', 'Word c']],
    ['"a\nb"', ['String "a', 'Word b', 'String "']],
    ['"a\\\r"', ['String "a\\', 'String "']],
    ['...', ['Range ..']],
  ])('%j is several', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('know whether they stand first on their line', () => {
    const [piece] = scanned('a b\n  c # d\r# e\r\n\t< >');
    expect(piece?.tokens.filter(({ first }) => first).map(({ image }) => image)).toEqual([
      'a',
      'c',
      '<',
    ]);
    expect(piece?.comments.map(({ first }) => first)).toEqual([false, true]);
  });
});

describe('pieces', () => {
  const texts = (text: string) => scanned(text).map(({ start, end }) => text.slice(start, end));

  it('begin at the words that begin a declaration, with the comments directly above', () => {
    expect(
      texts(
        '# top\n\n# a\n# b\ncontact a <\n>\n# c\n\nplan p < >\nextern contact x $X\ntest "t" <\n>',
      ),
    ).toEqual([
      '# top\n\n',
      '# a\n# b\ncontact a <\n>\n# c\n\n',
      'plan p < >\n',
      'extern contact x $X\n',
      'test "t" <\n>',
    ]);
  });

  it.each([
    ['contact a <\nrotation @r', 1],
    ['contact a <\nrotation r', 2],
    ['contact a <\ntest t', 1],
    ['contact a <\ntest "t"', 2],
    ['contact a <\nextern\ncontact b', 3],
    ['contact a <\nextern contact b', 2],
    ['contact a < plan p', 1],
    ['contact a <\n  plan 2nd', 2],
    ['contact a <\n\rplan\nplan', 2],
    ['contact a <\nplan <', 1],
    ['contact a <\nuse plan\nplan b', 2],
    ['contact a <\nplan # x\n p', 2],
    ['contact a <\n# x\nplan p', 2],
    ['contact contact contact', 1],
    ['contact\ncontact\ncontact', 2],
    ['', 1],
  ])('%j: %d', (text, count) => {
    expect(texts(text).length).toBe(count);
    expect(texts(text).join('')).toBe(text);
  });

  it('count offsets from their own starts', () => {
    const [, second] = scanned('plan a < >\n# x\nplan b < ; >');
    expect(second?.start).toBe(11);
    expect(second?.comments).toMatchObject([{ start: 0, end: 3, first: true }]);
    expect(second?.tokens[0]).toMatchObject({ image: 'plan', startOffset: 4, endOffset: 7 });
    expect(second?.errors).toMatchObject([{ start: 13, end: 14 }]);
  });
});
