/** A timeline in colours; `oncall test` and `oncall simulate` show it alike. */
import { type TimelineEntry, timelineLines } from '@oncall/simulator';
import type { Paint } from '../terminal/paint.ts';

export interface Row extends TimelineEntry {
  /** Shown before the line, and in its colour, where something is to be seen there. */
  readonly mark?: { readonly sign: string; readonly colour: (text: string) => string };
}

/** Takes the rows in order, and the instant (epoch seconds) of the page. */
export function timelineRows(
  rows: readonly Row[],
  { pagedAt, zone, paint }: { pagedAt: number; zone: string; paint: Paint },
): readonly string[] {
  return timelineLines(rows, { pagedAt, zone }).map(({ head, tail }, index) => {
    const mark = rows[index]?.mark;
    if (mark !== undefined) return mark.colour(`${mark.sign} ${head}${tail}`);
    return `  ${head}${paint.quiet(tail)}`;
  });
}
