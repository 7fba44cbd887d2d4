import { type Event, entryOf, type Page } from '@oncall/simulator';
import type { Paint } from '../terminal/paint.ts';
import { clockText } from '../time/clock-text.ts';
import { timelineRows } from '../time/timeline-rows.ts';

/** A timeline for people, by the clocks of a zone. */
export function timelineText(
  { target, at }: Page,
  events: readonly Event[],
  { zone, paint }: { zone: string; paint: Paint },
): string {
  const head = `@${target.name} paged ${clockText(zone, at)} ${zone}`;
  const rows = timelineRows(events.map(entryOf), { pagedAt: at, zone, paint });
  const reached = events.some(({ kind }) => kind === 'engage');
  const nobody = reached ? [] : ['', `  ${paint.error('NOBODY is engaged')}`];
  return `${[paint.strong(head), ...rows, ...nobody].join('\n')}\n`;
}
