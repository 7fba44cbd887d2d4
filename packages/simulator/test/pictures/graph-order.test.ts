import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossings, graphOrder, type Segment } from '../../src/pictures/graph-order.ts';

const layers = [
  ['a0', 'a1', 'a2', 'a3'],
  ['b0', 'b1', 'b2', 'b3', 'b4'],
  ['c0', 'c1', 'c2'],
];

const segment = fc
  .record({
    layer: fc.integer({ min: 0, max: 1 }),
    from: fc.nat(),
    to: fc.nat(),
    port: fc.constantFrom(0.1, 0.5, 0.9),
  })
  .map(({ layer, from, to, port }): Segment => {
    const pick = (names: readonly string[] | undefined, at: number) =>
      (names as readonly string[])[at % (names as readonly string[]).length] as string;
    return { from: pick(layers[layer], from), to: pick(layers[layer + 1], to), port };
  });

describe('crossings', () => {
  it('counts as looking at each pair does', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 20 }), (segments) => {
        const place = new Map(layers.flatMap((layer) => layer.map((id, at) => [id, at] as const)));
        const x = ({ from, port }: Segment) => (place.get(from) as number) + port;
        const y = ({ to }: Segment) => place.get(to) as number;
        let count = 0;
        for (const [at, a] of segments.entries()) {
          for (const b of segments.slice(at + 1)) {
            if (a.from.charAt(0) !== b.from.charAt(0)) continue;
            if ((x(a) - x(b)) * (y(a) - y(b)) < 0) count += 1;
          }
        }
        expect(crossings(layers, segments)).toBe(count);
      }),
    );
  });
});

describe('graphOrder', () => {
  it('keeps all nodes in their layers, and never makes it worse', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 20 }), (segments) => {
        const ordered = graphOrder(layers, segments);
        expect(ordered.map((layer) => layer.toSorted())).toEqual(layers);
        expect(crossings(ordered, segments)).toBeLessThanOrEqual(crossings(layers, segments));
      }),
    );
  });

  it('undoes a plain tangle', () => {
    const turned = [
      ['a', 'b', 'c'],
      ['z', 'y', 'x'],
    ];
    const segments = ['ax', 'by', 'cz'].map(([from, to]) => ({
      from: from as string,
      to: to as string,
      port: 0.5,
    }));
    expect(crossings(turned, segments)).toBe(3);
    expect(crossings(graphOrder(turned, segments), segments)).toBe(0);
  });
});
