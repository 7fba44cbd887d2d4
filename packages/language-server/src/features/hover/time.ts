/** Plans, rotations and schedules in words: who is paged and who is on call from now on. */
import type { Model, Plan, Rotation, Schedule } from '@oncall/language';
import {
  clockText,
  dutyText,
  entryOf,
  onCall,
  pageZone,
  type Shift,
  shifts,
  timeline,
  timelineLines,
} from '@oncall/simulator';
import { blocks, code, codeBlock, list, plain } from './markdown.ts';

/** Said wherever something is shown that AWS has no rules for in its documentation. */
export const anEstimate = 'An estimate: AWS describes shifts and engagements in words only.';

export function planWords(plan: Plan, model: Model, now: number): string {
  const target = { kind: 'plan', name: plan.name } as const;
  const events = timeline(model, { target, at: now, nobodyAnswers: true });
  const told = events.filter(({ kind, contact }) => {
    return kind !== 'retry' && !(kind === 'stage-start' && contact !== undefined);
  });
  if (told.length === 0) return 'Has no stages.';
  const zone = pageZone(target, model) ?? 'UTC';
  const lines = timelineLines(told.slice(0, mostLines).map(entryOf), { pagedAt: now, zone });
  const more = told.length > mostLines ? [`… and ${told.length - mostLines} more`] : [];
  return blocks(
    `If paged now and nobody answers, by the clocks of ${plain(zone)}:`,
    codeBlock([...lines.map(({ head }) => head.trimEnd()), ...more].join('\n')),
    anEstimate,
  );
}

const mostLines = 30;

export function rotationWords(rotation: Rotation, now: number): string {
  const zone = rotation.zone.value;
  const next = nextShifts(rotation, now, 3);
  const lines = next.map(({ start, end, contacts }) => {
    const people = contacts.length === 0 ? '**NOBODY**' : contacts.map(code).join(', ');
    const when = `${clockText(zone, start)} to ${clockText(zone, end)}`;
    return `${plain(when)}: ${people}${start <= now ? ', now' : ''}`;
  });
  return blocks(
    `Times by the clocks of ${plain(zone)}.`,
    lines.length === 0 ? 'Nobody is on call any more.' : list(lines),
    anEstimate,
  );
}

/** The shift that holds now, and those after it, as many as asked for at most. */
export function nextShifts(rotation: Rotation, now: number, count: number): readonly Shift[] {
  const from = Math.max(now, Math.min(rotation.start.value, firstOverride(rotation, now)));
  for (let reach = day; ; reach *= 4) {
    const found = shifts(rotation, from, from + reach);
    if (found.length >= count || reach > 600 * day) return found.slice(0, count);
  }
}

const day = 86_400;

/** Overrides hold before the start too. */
function firstOverride({ overrides }: Rotation, now: number): number {
  const coming = overrides.filter(({ end }) => end.value > now);
  return Math.min(...coming.map(({ start }) => start.value));
}

export function scheduleWords(schedule: Schedule, model: Model, now: number): string {
  const duties = onCall(model, schedule, now);
  const contacts = new Set(duties.flatMap((duty) => duty.contacts));
  const people = contacts.size === 0 ? '**NOBODY**' : [...contacts].map(code).join(', ');
  const lines = duties.map((duty) => {
    const zone = model.rotations.get(duty.rotation)?.zone.value ?? 'UTC';
    return `${code(duty.rotation)}: ${plain(dutyText(duty, zone, 'nobody'))}`;
  });
  return blocks(`On call now: ${people}`, list(lines), anEstimate);
}
