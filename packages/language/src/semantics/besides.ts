/** Findings about what a piece means, next to those about its text. */
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { ParsedPiece } from '../syntax/parse.ts';
import { anyWithin } from '../text/search.ts';

/** Without those about a text that can't be read itself: one mistake gives one diagnostic. */
export function besides(
  { findings: ofText, misread }: ParsedPiece,
  findings: readonly Finding[],
): readonly Finding[] {
  if (ofText.length === 0 || findings.length === 0) return findings;
  const starts = ofText.map(({ origin }) => origin.start).sort((a, b) => a - b);
  return findings.filter(
    ({ origin: { start, end } }) =>
      !anyWithin(starts, start, end) && !anyWithin(misread, start, end),
  );
}
