import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPhoneNumber, mendPhoneNumber } from '../../src/values/phone-number.ts';

describe('isPhoneNumber', () => {
  it.each(['+12065550100', '+12345678', '+123456789012345'])('takes %s', (text) => {
    expect(isPhoneNumber(text)).toBe(true);
  });

  it.each([
    '',
    '+',
    '12065550100',
    '+1234567',
    '+1234567890123456',
    '+1 2065550100',
    '++12065550100',
    '+12065550100x1',
    '+12065550100\n',
    '+١٢٠٦٥٥٥٠١٠٠',
  ])('refuses %j', (text) => {
    expect(isPhoneNumber(text)).toBe(false);
  });
});

describe('mendPhoneNumber', () => {
  it.each([
    '+1 206 555 0100',
    '+1 (206) 555-0100',
    '+1.206.555.0100',
    '+1-206-555-0100',
    '(+1) 206 555 0100',
    ' +12065550100 ',
    '+1\u00A0206\u2011555\u20110100',
  ])('mends %j', (text) => {
    expect(mendPhoneNumber(text)).toBe('+12065550100');
  });

  it.each([
    ['right as it is', '+12065550100'],
    ['no plus', '206 555 0100'],
    ['a letter', '+1 206 555 010O'],
    ['too short', '+1 206'],
    ['too long', '+1 206 555 0100 0100 01'],
    ['a slash', '+1 206/5550100'],
    ['a zero for callers within the country', '+44 (0)20 7946 0958'],
    ['such a zero before more', '+44 (020) 7946 0958'],
    ['such a zero after a space', '+44 ( 0 ) 20 7946 0958'],
    ['separators without end', `+1206555${' '.repeat(1_000_000)}0100`],
  ])('leaves what has %s', (_, text) => {
    expect(mendPhoneNumber(text)).toBeUndefined();
  });

  it('finds the number wherever separators stand', () => {
    const separator = constantFrom(' ', '.', '-', '', '', '');
    assert(
      property(
        integer({ min: 10_000_000, max: 999_999_999_999_999 }),
        separator,
        (digits, mark) => {
          const text = `+${String(digits).split('').join(mark)}`;
          expect(mendPhoneNumber(text)).toBe(mark === '' ? undefined : `+${digits}`);
        },
      ),
    );
  });
});
