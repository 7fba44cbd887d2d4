/** Which items of two lists correspond: by index, undefined where there is none in that list. */
export interface Pair {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/**
 * Pairs the items of two lists so that as many as can be are equal, and of the rest those that
 * lie between the same equal ones. Equal pairs are left out.
 */
export function align(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const common = commonLengths(before, after);
  const pairs: Pair[] = [];
  let gone: number[] = [];
  let come: number[] = [];
  const pairUp = (): void => {
    for (let index = 0; index < Math.max(gone.length, come.length); index++) {
      pairs.push({ before: gone[index], after: come[index] });
    }
    gone = [];
    come = [];
  };
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    if (row < before.length && before[row] === after[column]) {
      pairUp();
      row += 1;
      column += 1;
    } else if (common(row + 1, column) >= common(row, column + 1) && row < before.length) {
      gone.push(row);
      row += 1;
    } else {
      come.push(column);
      column += 1;
    }
  }
  pairUp();
  return pairs;
}

/** How many items two lists have in common, in the same order, from a place in each on. */
function commonLengths(
  one: readonly string[],
  other: readonly string[],
): (row: number, column: number) => number {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  // Past the end of a list nothing can be begun: less than nothing in common.
  const at = (row: number, column: number) =>
    row > one.length || column > other.length ? -1 : (lengths[row * width + column] ?? 0);
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return at;
}
