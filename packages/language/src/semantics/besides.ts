/** Findings about what a piece means, next to those about its text. */
import type { ParsedPiece } from '../syntax/parse.ts';
import type { Origin } from '../text/piece.ts';
import { anyWithin } from '../text/search.ts';

/** Without those about a text that can't be read itself: one mistake gives one diagnostic. */
export function besides<T extends { readonly origin: Origin }>(
  { findings: ofText }: ParsedPiece,
  findings: readonly T[],
): readonly T[] {
  if (ofText.length === 0 || findings.length === 0) return findings;
  const starts = ofText.map(({ origin }) => origin.start).sort((a, b) => a - b);
  return findings.filter(
    ({ origin }) => !anyWithin(starts, origin.start, origin.end) && !isMisread(origin),
  );
}

/** Whether it lies on a word that may stand for something else. */
export function isMisread({ piece, start, end }: Origin): boolean {
  return anyWithin((piece as ParsedPiece).misread, start, end);
}
