/** Values of the service as the language writes them, for reasons. */
import type { ChannelType } from '@oncall/language';
import type { AliasedResource } from '../resource.ts';
import {
  type ChannelTypeName,
  type ContactType,
  type DayOfWeek,
  daysOfWeek,
  type HandOffTime,
  type Recurrence,
} from '../wire.ts';

export const kindOfType: Readonly<Record<ContactType, AliasedResource['kind']>> = {
  PERSONAL: 'contact',
  ESCALATION: 'plan',
  ONCALL_SCHEDULE: 'schedule',
};

export const channelTypeWords: Readonly<Record<ChannelTypeName, ChannelType>> = {
  VOICE: 'voice',
  SMS: 'sms',
  EMAIL: 'email',
};

export function quoted(text: string): string {
  return `"${text}"`;
}

/** A name of the service as it is where it could be a NAME, and else in quotes. */
export function asName(text: string): string {
  return /^[a-z0-9_-]+$/.test(text) ? text : quoted(text);
}

/** A DATETIME in UTC, of epoch seconds. */
export function instant(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Nothing for a list of nobody, so that a reason says `none`. */
export function list(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join(' ');
}

/** `weekly mon 09:00 fri 09:00`. */
export function handOffWords(recurrence: Recurrence): string {
  const { DailySettings, WeeklySettings, MonthlySettings } = recurrence;
  const written = [
    ...settings('daily', DailySettings, clock),
    ...settings('weekly', WeeklySettings, (at) => `${day(at.DayOfWeek)} ${clock(at.HandOffTime)}`),
    ...settings('monthly', MonthlySettings, (at) => `${at.DayOfMonth} ${clock(at.HandOffTime)}`),
  ];
  return written.join(' ');
}

/** `mon..fri 09:00..17:00, sat 10:00..14:00`. */
export function coverageWords(recurrence: Recurrence): string | undefined {
  const rows = coverageRows(recurrence);
  return rows.length === 0 ? undefined : rows.join(', ');
}

/** `mon..fri 09:00..17:00` and `sat 10:00..14:00`. */
export function coverageRows({ ShiftCoverages = {} }: Recurrence): readonly string[] {
  const days = daysOfWeek.flatMap((name) => {
    const windows = (ShiftCoverages[name] ?? []).map(
      ({ Start, End }) => `${clock(Start)}..${clock(End)}`,
    );
    return windows.length === 0 ? [] : [{ name, windows: windows.toSorted().join(' ') }];
  });
  // Days in a row with the same windows are told together.
  const rows: { first: DayOfWeek; last: DayOfWeek; windows: string }[] = [];
  for (const { name, windows } of days) {
    const row = rows.at(-1);
    const follows =
      row !== undefined && daysOfWeek.indexOf(row.last) + 1 === daysOfWeek.indexOf(name);
    if (follows && row.windows === windows) row.last = name;
    else rows.push({ first: name, last: name, windows });
  }
  return rows.map(({ first, last, windows }) =>
    first === last ? `${day(first)} ${windows}` : `${day(first)}..${day(last)} ${windows}`,
  );
}

function settings<T>(
  word: string,
  items: readonly T[] | undefined,
  words: (item: T) => string,
): readonly string[] {
  return items === undefined || items.length === 0 ? [] : [word, ...items.map(words)];
}

function clock({ HourOfDay, MinuteOfHour }: HandOffTime): string {
  return `${twoDigits(HourOfDay)}:${twoDigits(MinuteOfHour)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function day(name: string): string {
  return name.toLowerCase();
}
