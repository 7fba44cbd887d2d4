/** Searches in sorted lists of offsets, by halving. */

/** The index of the first that is at least the value; the length where none is. */
export function lowerBound<T>(
  sorted: readonly T[],
  value: number,
  offsetOf: (item: T) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(sorted[middle] as T) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one lies from start on and before end. */
export function anyWithin(sorted: readonly number[], start: number, end: number): boolean {
  const next = sorted[lowerBound(sorted, start, itself)];
  return next !== undefined && next < end;
}

/** Of a list of offsets. */
export const itself = (offset: number): number => offset;
