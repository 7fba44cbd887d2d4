import { entryOf } from '@oncall/simulator';
import { type Drill, type DrillEvent, reachesSomeone } from '../people/drill.ts';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';
import { clockText } from '../time/clock-text.ts';
import { type Row, timelineRows } from '../time/timeline-rows.ts';

/** Who would be paged now, for people; what AWS would leave out is marked. */
export function drillText(found: Drill, place: string, paint: Paint): string {
  const { target, at, zone, by, isFallback, events } = found;
  const source =
    by === 'account'
      ? `the account as it is (${place})`
      : isFallback
        ? `the files: it is not deployed yet (${place})`
        : 'the files';
  const head = `@${target.name} paged now, ${clockText(zone, at)} ${zone}, by ${source}`;
  const rows = events.map((event): Row => rowOf(event, paint));
  const lines = timelineRows(rows, { pagedAt: at, zone, paint });
  return `${[paint.strong(visible(head)), ...lines, '', summary(found, paint)].join('\n')}\n`;
}

function rowOf(event: DrillEvent, paint: Paint): Row {
  const entry = entryOf(event);
  const { channelState } = event;
  if (channelState === undefined || channelState === 'activated') return entry;
  const reason = `${channelState.replace('-', ' ')}: AWS leaves it out`;
  return { ...entry, reason, mark: { sign: '!', colour: paint.error } };
}

function summary(found: Drill, paint: Paint): string {
  const tries = found.events.filter(({ kind }) => kind === 'notify');
  const used = tries.filter(({ channelState }) => channelState === 'activated');
  const people = new Set(used.map(({ contact }) => contact));
  if (!reachesSomeone(found))
    return paint.error('NOBODY would be reached: no channel is activated.');
  const left = tries.length - used.length;
  const besides = left === 0 ? '' : `; ${counted(left, 'message')} left out, as marked`;
  return `If nobody answers, ${counted(people.size, 'contact')} reached by ${counted(
    used.length,
    'message',
  )}${besides}.`;
}
