import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeString, quote } from '../../src/values/string-literal.ts';

describe('decodeString', () => {
  it.each([
    ['', ''],
    ['plain text', 'plain text'],
    ['\\"\\\\\\n\\t', '"\\\n\t'],
    ['\\\\n', '\\n'],
    ['\\u{41}\\u{e9}\\u{0000e9}\\u{1F600}\\u{10FFFF}\\u{0}', 'Aéé😀\u{10FFFF}\u0000'],
    ['\\u{D7FF}\\u{E000}', '\uD7FF\uE000'],
    ['\\u{0000000041}', 'A'],
    ['a\\', 'a\\'],
  ])('reads %s', (raw, text) => {
    expect(decodeString(raw)).toEqual({ text, badEscapes: [] });
  });

  it.each([
    ['\\q', ['\\q']],
    ['a\\rb', ['\\r']],
    ["\\'", ["\\'"]],
    ['\\😀', ['\\😀']],
    ['\\u', ['\\u']],
    ['\\u0041', ['\\u']],
    ['\\u{}', ['\\u{}']],
    ['\\u{g}x', ['\\u{g}']],
    ['\\u{41', ['\\u{41']],
    ['\\u{41 }', ['\\u{41']],
    ['\\u{110000}', ['\\u{110000}']],
    ['\\u{D800}', ['\\u{D800}']],
    ['\\u{dfff}', ['\\u{dfff}']],
    ['\\U{41}', ['\\U']],
    ['\\q and \\n and \\x41', ['\\q', '\\x']],
  ])('marks the bad escapes of %s and keeps them as written', (raw, bad) => {
    const { text, badEscapes } = decodeString(raw);
    expect(badEscapes.map(({ start, end }) => raw.slice(start, end))).toEqual(bad);
    for (const written of bad) expect(text).toContain(written);
  });

  it('reads a megabyte of anything in no time', () => {
    const started = performance.now();
    for (const piece of ['\\', '\\u{', '\\u{1', '\\u', 'a']) {
      expect(decodeString(piece.repeat(300_000)).text).toBeTypeOf('string');
    }
    expect(decodeString(`\\u{${'1'.repeat(1_000_000)}`).badEscapes).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('quote', () => {
  it.each([
    ['Alice Example', '"Alice Example"'],
    ['say "hi" \\ twice', '"say \\"hi\\" \\\\ twice"'],
    ['a\nb\tc\rd', '"a\\nb\\tc\\u{D}d"'],
    ['\u0000\u001B\u0085', '"\\u{0}\\u{1B}\\u{85}"'],
    ['\u202Eevil\u2069', '"\\u{202E}evil\\u{2069}"'],
    ['\uFEFF\u2028', '"\\u{FEFF}\\u{2028}"'],
    ['東京 é 😀', '"東京 é 😀"'],
  ])('writes %j as %s', (text, literal) => {
    expect(quote(text)).toBe(literal);
  });

  it('writes what reads as the same, on one line, closed where it ends', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const literal = quote(text);
        expect(literal).toMatch(/^"(?:[^"\\\r\n]|\\["\\nt]|\\u\{[\dA-F]{1,6}\})*"$/u);
        expect(decodeString(literal.slice(1, -1))).toEqual({ text, badEscapes: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});
