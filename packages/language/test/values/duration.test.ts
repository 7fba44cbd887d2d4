import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMinutes, hasDurationForm, parseDuration } from '../../src/values/duration.ts';

describe('parseDuration', () => {
  it.each([
    ['0m', 0],
    ['5m', 300],
    ['90s', 90],
    ['1h30m', 5_400],
    ['2d', 172_800],
    ['1w', 604_800],
    ['1w2d3h4m5s', 788_645],
    ['1w5s', 604_805],
    ['007m', 420],
    ['9007199254740991s', Number.MAX_SAFE_INTEGER],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    '',
    '5',
    'm',
    '5x',
    '5m5m',
    '30m1h',
    '5 m',
    '5m ',
    '5m\n',
    '-5m',
    '+5m',
    '1.5h',
    '5M',
    '٥m',
    '1e3s',
    '9007199254740992s',
    '14892855910m9007199254740991s',
    `${'9'.repeat(1_000)}w`,
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('refuses text of a million digits at once', () => {
    const started = performance.now();
    expect(parseDuration('1'.repeat(1_000_000))).toBeUndefined();
    expect(parseDuration(`${'1'.repeat(1_000_000)}m`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('hasDurationForm', () => {
  it('asks for the form and not for an amount that can be counted', () => {
    expect(hasDurationForm(`${'9'.repeat(100)}m`)).toBe(true);
    expect(hasDurationForm('5m5m')).toBe(false);
    expect(hasDurationForm('')).toBe(false);
  });

  it('holds for all that is read', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(hasDurationForm(text) || parseDuration(text) === undefined).toBe(true);
      }),
    );
  });
});

describe('formatMinutes', () => {
  it.each([
    [0, '0m'],
    [1, '1m'],
    [60, '1h'],
    [90, '1h30m'],
    [1_440, '1d'],
    [1_501, '1d1h1m'],
    [10_080, '1w'],
    [20_220, '2w1h'],
  ])('writes %d minutes as %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });

  it('writes what reads as the same', () => {
    assert(
      property(integer({ min: 0, max: 100_000_000_000 }), (minutes) => {
        expect(parseDuration(formatMinutes(minutes))).toBe(minutes * 60);
      }),
    );
  });
});
