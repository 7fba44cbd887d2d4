/** Random choices that a seed tells: the same seed, the same choices. */
export interface Random {
  /** From `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** Whether what happens in that share of cases happens now. */
  chance(share: number): boolean;
  /** One of some; throws where there are none. */
  pick<T>(items: readonly T[]): T;
  /** Some of some, in random order: `least` to `most` of them, or as many as there are. */
  some<T>(items: readonly T[], least: number, most: number): T[];
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32, by Tommy Ettinger; in the public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('there is nothing to pick from');
    return items[integer(0, items.length - 1)] as T;
  };
  return {
    integer,
    chance: (share) => next() < share,
    pick,
    some: (items, least, most) => {
      const rest = [...items];
      const count = Math.min(integer(least, most), rest.length);
      return Array.from({ length: count }, () => {
        const [item] = rest.splice(integer(0, rest.length - 1), 1);
        return item as (typeof items)[number];
      });
    },
  };
}
