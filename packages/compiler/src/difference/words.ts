/** Values of the service as the language writes them, for reasons. */
import type { ChannelType } from '@oncall/language';
import type { AliasedResource } from '../resource.ts';
import {
  type ChannelTypeName,
  type ContactType,
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

/** `mon 09:00..17:00, tue 09:00..17:00`. */
export function coverageWords({ ShiftCoverages = {} }: Recurrence): string | undefined {
  const days = daysOfWeek.flatMap((name) => {
    const windows = (ShiftCoverages[name] ?? []).map(
      ({ Start, End }) => `${clock(Start)}..${clock(End)}`,
    );
    return windows.length === 0 ? [] : [`${day(name)} ${windows.toSorted().join(' ')}`];
  });
  return days.length === 0 ? undefined : days.join(', ');
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
