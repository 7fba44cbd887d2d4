import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/diagnostics/suggest.ts';

/** Optimal string alignment, written out as its definition has it. */
function distance(a: string, b: string): number {
  const table: number[][] = [];
  const cell = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i += 1) {
    table.push([]);
    for (let j = 0; j <= b.length; j += 1) {
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      const least = Math.min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      table[i]?.push(i === 0 && j === 0 ? 0 : least);
    }
  }
  return cell(a.length, b.length);
}

describe('nearest', () => {
  it.each([
    ['alcie', ['bob', 'alice', 'carol'], 'alice'],
    ['alic', ['alice', 'alicia'], 'alice'],
    ['primry', ['secondary', 'primary'], 'primary'],
    ['bob', ['rob', 'bobby', 'bo'], 'rob'],
    ['Alice', ['alike', 'alice'], 'alice'],
    ['america/new_york', ['America/New_York', 'America/Nome'], 'America/New_York'],
    ['America/New_Yrok', ['America/Nome', 'America/New_York'], 'America/New_York'],
    ['AMERICA/NEW_YRK', ['America/Nome', 'America/New_York'], 'America/New_York'],
    ['ab', ['ba'], 'ba'],
    ['a', ['b', 'A'], 'A'],
  ])('of %s among %j is %s', (name, candidates, found) => {
    expect(nearest(name, candidates)).toBe(found);
  });

  it.each([
    ['alice', []],
    ['alice', ['bob', 'carol']],
    ['ab', ['cd']],
    ['a', ['b']],
    ['abcdef', ['abcxyz']],
    ['0123456789'.repeat(4), [`${'x'.repeat(9)}${'0123456789'.repeat(4).slice(9)}`]],
  ])('of %s among %j is none', (name, candidates) => {
    expect(nearest(name, candidates)).toBeUndefined();
  });

  it('is the first of those with the fewest edits', () => {
    const word = string({ unit: constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 10 });
    assert(
      property(word, array(word, { maxLength: 6 }), (name, candidates) => {
        const distances = candidates.map((candidate) => distance(name, candidate));
        const least = Math.min(...distances);
        const near = least <= Math.max(Math.min(1, name.length - 1), Math.floor(name.length / 3));
        expect(nearest(name, candidates)).toBe(
          near ? candidates[distances.indexOf(least)] : undefined,
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('costs little among 10,000, and for names without end', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `team-${index}-on-call-engineer`);
    nearest('team-x-on-call-enginer', names.slice(0, 100));
    const started = performance.now();
    expect(nearest('team-9999-on-call-enginere', names)).toBe('team-9999-on-call-engineer');
    const longer = names.map((name) => `${name}-`.repeat(9));
    expect(nearest('team-x-on-call-engineer-'.repeat(9), longer)).toBeUndefined();
    expect(nearest('a'.repeat(1_000_000), ['b'.repeat(1_000_000)])).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
