/** What someone who wrote an unknown name probably meant. */

/**
 * The candidate fewest edits away: a letter more, less or other, or two swapped; case costs
 * nothing. The first of equals. `undefined` where all are more than a third of the name away (a name
 * of one letter has nothing near it but its capital), or
 * more than anyone's fingers slip.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  return nearestOnes(name, candidates)[0];
}

/** All that are as near as the nearest. */
export function nearestOnes(name: string, candidates: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const widest = Math.min(
    Math.max(Math.min(1, wanted.length - 1), Math.floor(wanted.length / 3)),
    mostEdits,
  );
  // Most slip once, and that is soon told of ten thousand names.
  const near = widest > 1 ? nearestWithin(1, wanted, candidates) : [];
  return near.length > 0 ? near : nearestWithin(widest, wanted, candidates);
}

function nearestWithin(widest: number, wanted: string, candidates: Iterable<string>): string[] {
  let bound = widest;
  let best: string[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > bound) continue;
    const distance = edits(wanted, candidate.toLowerCase(), bound);
    if (distance > bound) continue;
    if (distance < bound) best = [];
    best.push(candidate);
    bound = distance;
  }
  return best;
}

const mostEdits = 8;

/** Optimal string alignment, as far as the bound: any number above it means "more". */
function edits(from: string, to: string, bound: number): number {
  const more = bound + 1;
  let start = 0;
  while (start < from.length && from[start] === to[start]) start += 1;
  let rows = from.length;
  let columns = to.length;
  while (rows > start && columns > start && from[rows - 1] === to[columns - 1]) {
    rows -= 1;
    columns -= 1;
  }
  rows -= start;
  columns -= start;
  if (Math.abs(rows - columns) > bound) return more;
  // Both ends differ: one edit is a letter, or a swap of two.
  if (bound <= 1 && Math.max(rows, columns) > 2) return more;

  // Rows of the table of distances between beginnings. A cell further from the diagonal than the
  // bound is more than the bound itself, so only those nearer are filled, with "more" about them.
  let twoAbove: number[] = [];
  let above: number[] = [];
  let current: number[] = [];
  for (let column = 0; column <= Math.min(columns, more); column += 1) above[column] = column;
  let leastAbove = 0;
  for (let row = 1; row <= rows; row += 1) {
    const first = Math.max(1, row - bound);
    const last = Math.min(columns, row + bound);
    const letter = from[start + row - 1];
    const letterAbove = from[start + row - 2];
    let least = first === 1 ? row : more;
    current[first - 1] = least;
    for (let column = first; column <= last; column += 1) {
      const other = to[start + column - 1];
      const otherBefore = to[start + column - 2];
      let distance = Math.min(
        at(above, column - 1) + (letter === other ? 0 : 1),
        at(above, column) + 1,
        at(current, column - 1) + 1,
      );
      if (row > 1 && column > 1 && letter === otherBefore && letterAbove === other) {
        distance = Math.min(distance, at(twoAbove, column - 2) + 1);
      }
      current[column] = distance;
      least = Math.min(least, distance);
    }
    current[last + 1] = more;
    // A swap reaches back two rows, so both must be past the bound.
    if (least > bound && leastAbove >= bound) return more;
    [twoAbove, above, current] = [above, current, twoAbove];
    leastAbove = least;
  }
  return Math.min(at(above, columns), more);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
