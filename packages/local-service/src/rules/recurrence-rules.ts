/** What the service asks of a recurrence and of a time zone beyond the model. */
import type { Value } from '../model/shapes.ts';
import type { Field } from '../service-error.ts';

export function recurrenceProblems(recurrence: Value<'RecurrenceSettings'>): readonly Field[] {
  const fields: Field[] = [];
  const kinds = (['DailySettings', 'WeeklySettings', 'MonthlySettings'] as const).filter(
    (kind) => recurrence[kind],
  );
  const [kind] = kinds;
  if (kinds.length !== 1 || !kind) {
    fields.push({
      Name: 'Recurrence',
      Message: 'must have exactly one of DailySettings, WeeklySettings and MonthlySettings',
    });
  } else if (recurrence[kind]?.length === 0) {
    // An estimate: nothing would ever be handed off.
    fields.push({ Name: `Recurrence.${kind}`, Message: 'must have at least 1 item' });
  }
  for (const [day, windows] of Object.entries(recurrence.ShiftCoverages ?? {})) {
    for (const [index, window] of windows.entries()) {
      fields.push(...windowProblems(window, `Recurrence.ShiftCoverages.${day}[${index}]`));
    }
  }
  return fields;
}

/** The user guide. */
const SHORTEST_WINDOW_IN_MINUTES = 30;
const MINUTES_A_DAY = 24 * 60;

function windowProblems(window: Value<'CoverageTime'>, path: string): readonly Field[] {
  // The model requires neither. A window without an edge is none: an estimate.
  const missing = (['Start', 'End'] as const).filter((edge) => !window[edge]);
  if (!window.Start || !window.End) {
    return missing.map((edge) => ({ Name: `${path}.${edge}`, Message: 'is required' }));
  }
  // An end that is not after its start is taken as the next day's: an estimate.
  const minutes = minuteOfDay(window.End) - minuteOfDay(window.Start);
  const length = minutes > 0 ? minutes : minutes + MINUTES_A_DAY;
  if (length >= SHORTEST_WINDOW_IN_MINUTES) return [];
  return [{ Name: path, Message: `must last at least ${SHORTEST_WINDOW_IN_MINUTES} minutes` }];
}

function minuteOfDay(time: Value<'HandOffTime'>): number {
  return time.HourOfDay * 60 + time.MinuteOfHour;
}

export function timeZoneProblems(zone: string): readonly Field[] {
  return isTimeZone(zone) ? [] : [{ Name: 'TimeZoneId', Message: 'must be an IANA time zone' }];
}

function isTimeZone(zone: string): boolean {
  // Newer versions of Node take offsets for zones too.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
