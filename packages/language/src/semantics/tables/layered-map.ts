/**
 * A map that never changes, and of which one that differs in a little costs little: layers of what
 * differs lie over what they share, each far larger than the one above it.
 */
export class LayeredMap<K, V> {
  /** From the top; `undefined` stands over what is no more. */
  readonly #layers: readonly ReadonlyMap<K, V | undefined>[];

  constructor(layers: readonly ReadonlyMap<K, V | undefined>[] = []) {
    this.#layers = layers;
  }

  get(key: K): V | undefined {
    for (let at = 0; at < this.#layers.length; at++) {
      const layer = this.#layers[at] as ReadonlyMap<K, V | undefined>;
      const value = layer.get(key);
      if (value !== undefined || layer.has(key)) return value;
    }
    return undefined;
  }

  /** In no order. */
  *entries(): IterableIterator<[K, V]> {
    const above = new Set<K>();
    for (const [at, layer] of this.#layers.entries()) {
      for (const [key, value] of layer) {
        if (value !== undefined && !above.has(key)) yield [key, value];
      }
      if (at < this.#layers.length - 1) for (const key of layer.keys()) above.add(key);
    }
  }

  /** This map with other values for some keys; `undefined` takes a key away. */
  with(changes: ReadonlyMap<K, V | undefined>): LayeredMap<K, V> {
    if (changes.size === 0) return this;
    let top = changes;
    let below = this.#layers;
    // So an entry is copied a few times in all, however many changes follow.
    for (let [next] = below; next !== undefined && next.size < top.size * 4; [next] = below) {
      top = new Map([...next, ...top]);
      below = below.slice(1);
    }
    if (below.length === 0) top = defined(top);
    return new LayeredMap([top, ...below]);
  }
}

/** Without what stands over nothing; the map itself where all is there, as at first. */
function defined<K, V>(map: ReadonlyMap<K, V | undefined>): ReadonlyMap<K, V | undefined> {
  for (const value of map.values()) {
    if (value === undefined) return new Map([...map].filter(([, each]) => each !== undefined));
  }
  return map;
}
