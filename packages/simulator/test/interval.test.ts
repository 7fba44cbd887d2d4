import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, type Interval, lengthOf, subtract, union } from '../src/interval.ts';

const intervals = array(
  tuple(integer({ min: 0, max: 40 }), integer({ min: -2, max: 9 })).map(([start, length]) => ({
    start,
    end: start + length,
  })),
  { maxLength: 12 },
);

const holds = (list: readonly Interval[], at: number) =>
  list.some(({ start, end }) => start <= at && at < end);

const places = Array.from({ length: 60 }, (_, at) => at - 5);

describe('intervals', () => {
  it('are joined to the same time in the fewest stretches', () => {
    assert(
      property(intervals, (list) => {
        const joined = union(list);
        expect(places.map((at) => holds(joined, at))).toEqual(places.map((at) => holds(list, at)));
        for (const [at, { start, end }] of joined.entries()) {
          expect(start).toBeLessThan(end);
          if (at > 0) expect(start).toBeGreaterThan(joined[at - 1]?.end as number);
        }
      }),
    );
  });

  it('are taken from each other', () => {
    assert(
      property(intervals, intervals, (a, b) => {
        const rest = subtract(union(a), union(b));
        expect(places.map((at) => holds(rest, at))).toEqual(
          places.map((at) => holds(a, at) && !holds(b, at)),
        );
        expect(lengthOf(rest)).toBe(places.filter((at) => holds(rest, at)).length);
      }),
    );
  });

  it('are cut to a window, those outside it left out', () => {
    const list = [
      { start: 0, end: 4 },
      { start: 4, end: 6 },
      { start: 6, end: 9 },
    ];
    expect(cut(list, { start: 2, end: 6 })).toEqual([
      { start: 2, end: 4 },
      { start: 4, end: 6 },
    ]);
  });
});
