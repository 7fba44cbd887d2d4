/**
 * In which order the nodes of each layer stand, so that few edges cross: sweeps that put each node
 * at the middle of its neighbours, the best of all rounds kept.
 */

/** A piece of an edge between a layer and the next. */
export interface Segment {
  /** Ids of nodes in neighbouring layers. */
  readonly from: string;
  readonly to: string;
  /** Where on the first node it begins, 0 to 1 from its upper end. */
  readonly port: number;
}

/** Ids by layer, reordered. */
export function graphOrder(
  layers: readonly (readonly string[])[],
  segments: readonly Segment[],
): readonly (readonly string[])[] {
  const joined = joinedBy(segments);
  let best = layers;
  let least = crossings(best, segments);
  let current = layers;
  for (let round = 0; round < rounds && least > 0; round += 1) {
    current = sweep(current, joined, round % 2 === 0);
    const count = crossings(current, segments);
    if (count < least) {
      best = current;
      least = count;
    }
  }
  return best;
}

const rounds = 24;

/** How many pairs of edges cross. */
export function crossings(
  layers: readonly (readonly string[])[],
  segments: readonly Segment[],
): number {
  const place = placesOf(layers);
  const layerOf = new Map(layers.flatMap((layer, at) => layer.map((id) => [id, at] as const)));
  let count = 0;
  for (let layer = 0; layer + 1 < layers.length; layer += 1) {
    const ends = segments
      .filter(({ from }) => layerOf.get(from) === layer)
      .map(({ from, to, port }) => ({
        from: (place.get(from) ?? 0) + port,
        to: place.get(to) ?? 0,
      }))
      .sort((a, b) => a.from - b.from || a.to - b.to);
    count += inversions(ends.map(({ to }) => to));
  }
  return count;
}

/** The segments of each node, by id. */
interface Joined {
  readonly into: ReadonlyMap<string, readonly Segment[]>;
  readonly outOf: ReadonlyMap<string, readonly Segment[]>;
}

function joinedBy(segments: readonly Segment[]): Joined {
  const into = new Map<string, Segment[]>();
  const outOf = new Map<string, Segment[]>();
  for (const segment of segments) {
    for (const [lists, id] of [
      [into, segment.to],
      [outOf, segment.from],
    ] as const) {
      const list = lists.get(id);
      if (list === undefined) lists.set(id, [segment]);
      else list.push(segment);
    }
  }
  return { into, outOf };
}

function sweep(
  layers: readonly (readonly string[])[],
  { into, outOf }: Joined,
  isDown: boolean,
): readonly (readonly string[])[] {
  const sorted = layers.map((layer) => [...layer]);
  const place = new Map(placesOf(layers));
  const placeOf = (id: string) => place.get(id) ?? 0;
  for (const layer of isDown ? sorted : sorted.toReversed()) {
    const middles = new Map<string, number>();
    for (const id of layer) {
      const ends = isDown
        ? into.get(id)?.map(({ from, port }) => placeOf(from) + port)
        : // What begins low on a node is best led to from above.
          outOf.get(id)?.map(({ to, port }) => placeOf(to) + (0.5 - port) / 8);
      middles.set(id, ends === undefined ? placeOf(id) : mean(ends));
    }
    layer.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
    for (const [index, id] of layer.entries()) place.set(id, index);
  }
  return sorted;
}

function placesOf(layers: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(layers.flatMap((layer) => layer.map((id, index) => [id, index] as const)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Pairs in the wrong order, counted while the values are sorted by merging. */
function inversions(values: number[]): number {
  if (values.length < 2) return 0;
  const half = values.length >> 1;
  const left = values.slice(0, half);
  const right = values.slice(half);
  let count = inversions(left) + inversions(right);
  let next = 0;
  let at = 0;
  for (const value of left) {
    while (next < right.length && (right[next] as number) < value) {
      values[at] = right[next] as number;
      at += 1;
      next += 1;
    }
    count += next;
    values[at] = value;
    at += 1;
  }
  values.splice(at, values.length, ...right.slice(next));
  return count;
}
