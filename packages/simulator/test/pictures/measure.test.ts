import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, widthOf } from '../../src/pictures/measure.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const room = fc.integer({ min: 0, max: 400 });

describe('fitted', () => {
  it('is never wider than the room', () => {
    fc.assert(
      fc.property(text, room, (given, most) => {
        expect(widthOf(fitted(given, 12, most), 12)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('is the text where it fits, else its beginning and an ellipsis, as long as can be', () => {
    fc.assert(
      fc.property(text, room, (given, most) => {
        const shown = fitted(given, 12, most);
        if (widthOf(given, 12) <= most) expect(shown).toBe(given);
        else if (shown !== '') {
          expect(shown.endsWith('…')).toBe(true);
          expect(given.startsWith(shown.slice(0, -1))).toBe(true);
        }
      }),
    );
    expect(fitted('johannesburg', 12, 60)).toMatch(/^joha.*…$/);
  });

  it('counts wide letters as wider, and marks as nothing', () => {
    expect(widthOf('mmm', 12)).toBeGreaterThan(widthOf('iii', 12) * 2);
    expect(widthOf('東京', 12)).toBeGreaterThan(widthOf('ab', 12));
    expect(widthOf('e\u0301', 12)).toBe(widthOf('e', 12));
  });
});
