import { describe, expect, it } from 'vitest';
import { type ExpectedToken, expectationsAfter } from '../../src/syntax/expectations.ts';
import { type ScannedPiece, scan, type Token } from '../../src/syntax/scanner.ts';
import {
  CloseToken,
  DayToken,
  NameToken,
  NumeralToken,
  OpenToken,
  RangeToken,
  RefToken,
  StringToken,
  VariableToken,
} from '../../src/syntax/tokens.ts';
import { examples } from '../examples.ts';

/** As `contact/channel: NAME`, a line for each path. */
function after(text: string): readonly string[] {
  const byPath = new Map<string, string[]>();
  for (const { token, path } of expectationsAfter(piecesOf(text).at(-1) as ScannedPiece)) {
    const where = path.map(({ kind }) => kind).join('/');
    const what = token.kind === 'word' ? token.word : token.kind.toUpperCase();
    byPath.set(where, [...(byPath.get(where) ?? []), what]);
  }
  return [...byPath].map(([where, tokens]) => `${where}: ${tokens.join(' ')}`);
}

function piecesOf(text: string): readonly ScannedPiece[] {
  const pieces: ScannedPiece[] = [];
  scan(text, (piece) => pieces.push(piece));
  return pieces;
}

const rotationItems =
  'rotation: zone start members on-call every daily weekly monthly cover override tag CLOSE';

describe('expectationsAfter', () => {
  it.each([
    ['', [': project contact plan schedule rotation template extern test']],
    ['contact', ['contact: NAME']],
    ['contact alice', ['contact: STRING OPEN']],
    ['contact alice <', ['contact: channel stage use alias tag CLOSE']],
    ['contact alice < channel', ['contact/channel: NAME']],
    ['contact alice < channel phone', ['contact/channel: STRING voice sms email']],
    ['contact alice < channel phone voice', ['contact/channel: STRING VARIABLE']],
    [
      'contact alice < channel phone voice "x"',
      ['contact/channel: deferred', 'contact: channel stage use alias tag CLOSE'],
    ],
    ['contact a < stage 5m < notify', ['contact/stage/notify: NAME REF']],
    [
      'contact a < stage 5m < notify phone',
      ['contact/stage/notify: retry', 'contact/stage: notify CLOSE'],
    ],
    ['contact a < stage 5m < notify b >', ['contact: channel stage use alias tag CLOSE']],
    ['plan a < stage', ['plan/stage: DURATION']],
    ['rotation a < start', ['rotation/start: DATE-TIME']],
    ['rotation a < daily 09:00', ['rotation/daily: TIME', rotationItems]],
    ['rotation a < monthly', ['rotation/monthly: INTEGER']],
    ['rotation a < cover mon', ['rotation/cover: RANGE TIME']],
    ['rotation a < cover mon ..', ['rotation/cover: DAY']],
    ['rotation a < members @x', ['rotation/members: REF', rotationItems]],
    [
      'rotation a < override 2026-01-01T00:00..2026-01-02T00:00 <',
      ['rotation/override: REF CLOSE'],
    ],
    ['extern contact a "s"', [': project contact plan schedule rotation template extern test']],
  ])('tells what follows %s', (text, expected) => {
    expect(after(text)).toEqual(expected);
  });

  it.each([
    [
      'a word that begins nothing',
      'contact a < junk',
      'contact: channel stage use alias tag CLOSE',
    ],
    ['a malformed duration', 'contact a < stage 5x < notfy', 'contact/stage: notify CLOSE'],
    ['a missing <', 'contact a\n  channel b', 'contact/channel: STRING voice sms email'],
    ['a missing >', 'plan a < stage 5m < notify @b stage', 'plan/stage: DURATION'],
    ['a closed block and one > more', 'plan a < stage 5m < > > > alias', undefined],
  ])('reads on behind %s', (_what, text, expected) => {
    expect(after(text).join('\n')).toBe(
      expected ?? ': project contact plan schedule rotation template extern test',
    );
  });

  it('expects each token of the examples where it stands', () => {
    for (const piece of examples.flat().flatMap(({ text }) => piecesOf(text))) {
      for (const [index, token] of piece.tokens.entries()) {
        const found = expectationsAfter({ ...piece, tokens: piece.tokens.slice(0, index) });
        const before = piece.tokens.slice(0, index + 1).map(({ image }) => image);
        const fits = found.some((expected) => isA(token, expected.token));
        expect(fits, before.join(' ')).toBe(true);
      }
    }
  });
});

const types = {
  name: NameToken,
  ref: RefToken,
  string: StringToken,
  variable: VariableToken,
  day: DayToken,
  duration: NumeralToken,
  time: NumeralToken,
  'date-time': NumeralToken,
  integer: NumeralToken,
  open: OpenToken,
  close: CloseToken,
  range: RangeToken,
};

function isA({ image, tokenType }: Token, expected: ExpectedToken): boolean {
  if (expected.kind === 'word') return image === expected.word;
  const type = types[expected.kind];
  return tokenType === type || (tokenType.CATEGORIES?.includes(type) ?? false);
}
