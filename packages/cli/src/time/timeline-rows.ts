/** A timeline as lines for people; `oncall test` and `oncall simulate` show it alike. */
import type { Event } from '@oncall/simulator';
import type { Paint } from '../terminal/paint.ts';
import { dayText, lengthText, timeText } from './clock-text.ts';

export interface Row {
  /** Epoch seconds. */
  readonly at: number;
  readonly what: string;
  readonly reason: string;
  /** Shown before the line, and in its colour, where something is to be seen there. */
  readonly mark?: { readonly sign: string; readonly colour: (text: string) => string };
}

export function rowOf(event: Event): Row {
  // What is tried says all, and stands below the stage that has it tried.
  const reason = event.kind === 'notify' ? '' : event.reason;
  return { at: event.at, what: whatOf(event), reason };
}

/** Takes the rows in order, and the instant (epoch seconds) of the page. */
export function timelineRows(
  rows: readonly Row[],
  { pagedAt, zone, paint }: { pagedAt: number; zone: string; paint: Paint },
): readonly string[] {
  const offsets = rows.map(({ at }) => lengthText(at - pagedAt));
  const clocks = rows.map(({ at }) => `${dayText(zone, at)} ${timeText(zone, at)}`);
  const width = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const whatWidth = width(rows.map(({ what }) => what));
  return rows.map(({ what, reason, mark }, index) => {
    const offset = (offsets[index] as string).padStart(width(offsets));
    const clock = (clocks[index] as string).padEnd(width(clocks));
    const head = `${offset}  ${clock}  ${reason === '' ? what : what.padEnd(whatWidth)}`;
    const tail = reason === '' ? '' : `  ${reason}`;
    if (mark !== undefined) return mark.colour(`${mark.sign} ${head}${tail}`);
    return `  ${head}${paint.quiet(tail)}`;
  });
}

function whatOf(event: Event): string {
  switch (event.kind) {
    case 'stage-start':
      return event.contact === undefined
        ? `stage ${event.stage}`
        : `    ${event.contact}, stage ${event.stage}`;
    case 'engage':
      return `  engage ${event.contact}${event.essential ? ', essential' : ''}`;
    case 'notify':
      return `      try ${event.channel} of ${event.contact}`;
    case 'retry':
      return `      retry ${event.channel} of ${event.contact}`;
    case 'acknowledge':
      return `ack by ${event.contact}`;
    case 'stop':
      return event.contact === undefined ? 'the plan stops' : `${event.contact} is left alone`;
  }
}
