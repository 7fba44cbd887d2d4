import type { Stream } from '../terminal/terminal.ts';

/** Says, once a command, that AWS documents no rule for what is shown. */
export function tellEstimate({ note, paint }: Stream): void {
  note(paint.quiet('An estimate: AWS describes shifts and engagements in words only.\n'));
}
