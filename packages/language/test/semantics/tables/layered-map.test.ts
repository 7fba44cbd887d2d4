import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LayeredMap } from '../../../src/semantics/tables/layered-map.ts';

const change = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.option(fc.nat(), { nil: undefined })), {
  maxLength: 8,
});

it('is what a map would be, through any changes, and stays what it was', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const plain = new Map<number, number>();
      let layered = new LayeredMap<number, number>();
      const seen: (readonly [LayeredMap<number, number>, string])[] = [];
      for (const each of changes) {
        layered = layered.with(new Map(each));
        for (const [key, value] of new Map(each)) {
          if (value === undefined) plain.delete(key);
          else plain.set(key, value);
        }
        seen.push([layered, shown(plain)]);
      }
      for (const [map, expected] of seen) {
        expect(shown(map.entries())).toBe(expected);
        for (let key = 0; key <= 60; key++) {
          expect(map.get(key)).toBe(new Map(JSON.parse(expected)).get(key));
        }
      }
    }),
    { numRuns: 50 },
  );
});

function shown(entries: Iterable<[number, number]>): string {
  return JSON.stringify([...entries].sort(([a], [b]) => a - b));
}
