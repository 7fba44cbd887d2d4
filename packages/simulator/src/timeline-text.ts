/** A timeline as lines for people: the command line and editors show it alike. */
import { dayText, lengthText, timeText } from './clock-text.ts';
import type { Event } from './event.ts';

export interface TimelineEntry {
  /** Epoch seconds. */
  readonly at: number;
  readonly what: string;
  readonly reason: string;
}

/** When and what, in columns, and why, which may be shown more quietly. */
export interface TimelineLine {
  readonly head: string;
  readonly tail: string;
}

export function entryOf(event: Event): TimelineEntry {
  // What is tried says all, and stands below the stage that has it tried.
  const reason = event.kind === 'notify' ? '' : event.reason;
  return { at: event.at, what: whatOf(event), reason };
}

/** Takes the entries in order, the instant (epoch seconds) of the page, and an IANA name. */
export function timelineLines(
  entries: readonly TimelineEntry[],
  { pagedAt, zone }: { readonly pagedAt: number; readonly zone: string },
): readonly TimelineLine[] {
  const offsets = entries.map(({ at }) => lengthText(at - pagedAt));
  const clocks = entries.map(({ at }) => `${dayText(zone, at)} ${timeText(zone, at)}`);
  const offsetWidth = widest(offsets);
  const clockWidth = widest(clocks);
  const whatWidth = widest(entries.map(({ what }) => what));
  return entries.map(({ what, reason }, index) => {
    const offset = (offsets[index] as string).padStart(offsetWidth);
    const clock = (clocks[index] as string).padEnd(clockWidth);
    const isAlone = reason === '';
    return {
      head: `${offset}  ${clock}  ${isAlone ? what : what.padEnd(whatWidth)}`,
      tail: isAlone ? '' : `  ${reason}`,
    };
  });
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
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
