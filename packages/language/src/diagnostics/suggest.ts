/** What someone who wrote an unknown name probably meant. */

/**
 * The candidate fewest edits away: a letter more, less or other, or two swapped; case costs
 * nothing. The first of equals. `undefined` where all are more than a third of the name away.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  // No name is longer, so such a text is none misspelt.
  if (name.length > 255) return undefined;
  const wanted = name.toLowerCase();
  let bound = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  for (const candidate of candidates) {
    const distance = edits(wanted, candidate.toLowerCase(), bound);
    if (distance === 0) return candidate;
    if (distance <= bound) {
      best = candidate;
      bound = distance - 1;
    }
  }
  return best;
}

/** Optimal string alignment, as far as the bound: any number above it means "more". */
function edits(from: string, to: string, bound: number): number {
  const more = bound + 1;
  if (Math.abs(from.length - to.length) > bound) return more;
  // Rows of the table of distances between beginnings; only cells within the bound of the diagonal
  // can be within it themselves.
  let twoAbove: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  let leastAbove = 0;
  for (let row = 1; row <= from.length; row += 1) {
    const first = Math.max(1, row - bound);
    const last = Math.min(to.length, row + bound);
    const current: number[] = new Array(to.length + 1).fill(more);
    if (first === 1) current[0] = row;
    let least = first === 1 ? row : more;
    for (let column = first; column <= last; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let distance = Math.min(
        at(above, column - 1) + (same ? 0 : 1),
        at(above, column) + 1,
        at(current, column - 1) + 1,
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      if (swapped) distance = Math.min(distance, at(twoAbove, column - 2) + 1);
      current[column] = distance;
      least = Math.min(least, distance);
    }
    // A swap reaches back two rows, so both must be past the bound.
    if (least > bound && leastAbove >= bound) return more;
    twoAbove = above;
    above = current;
    leastAbove = least;
  }
  return Math.min(at(above, to.length), more);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
