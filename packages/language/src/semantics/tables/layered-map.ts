/**
 * A map that never changes, and of which one that differs in a little costs little: what differs
 * lies in a small map over a large one that both share.
 */
export class LayeredMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  /** `undefined` for what the base has and this has not. */
  readonly #over: ReadonlyMap<K, V | undefined>;

  constructor(
    base: ReadonlyMap<K, V> = new Map(),
    over: ReadonlyMap<K, V | undefined> = new Map(),
  ) {
    this.#base = base;
    this.#over = over;
  }

  get(key: K): V | undefined {
    if (this.#over.size === 0) return this.#base.get(key);
    const value = this.#over.get(key);
    if (value !== undefined || this.#over.has(key)) return value;
    return this.#base.get(key);
  }

  /** In no order. */
  *entries(): IterableIterator<[K, V]> {
    for (const [key, value] of this.#over) if (value !== undefined) yield [key, value];
    for (const entry of this.#base) if (!this.#over.has(entry[0])) yield entry;
  }

  /** This map with other values for some keys; `undefined` takes a key away. */
  with(changes: ReadonlyMap<K, V | undefined>): LayeredMap<K, V> {
    if (changes.size === 0) return this;
    const over = new Map(this.#over);
    for (const [key, value] of changes) over.set(key, value);
    if (over.size <= fewest + this.#base.size / 32) return new LayeredMap(this.#base, over);
    const base = new Map(this.#base);
    for (const [key, value] of over) {
      if (value === undefined) base.delete(key);
      else base.set(key, value);
    }
    return new LayeredMap(base);
  }
}

/** So few are not worth a new base, however small that is. */
const fewest = 32;
