/** Rotations of every kind, in any zone, as text; many of their times lie where clocks change. */
import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  shuffledSubarray,
  tuple,
  uniqueArray,
} from 'fast-check';
import { Temporal } from 'temporal-polyfill';

export const zones = [
  'America/New_York',
  'Europe/London',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Santiago',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'UTC',
];

/** The items of a rotation that starts on a date of 2026 or before. */
export function rotationItems(
  start: Arbitrary<Temporal.PlainDateTime> = aStart,
  zone: Arbitrary<string> = constantFrom(...zones),
): Arbitrary<string> {
  return record({
    zone,
    start,
    members: shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { minLength: 1 }),
    onCall: integer({ min: 1, max: 3 }),
    handOffs,
    every: option(integer({ min: 1, max: 5 }), { nil: 1 }),
    cover: oneof(constantFrom('', 'cover tue..sun 00:00..00:00'), coverage, coverage),
    overrides: array(override, { maxLength: 3 }),
  }).map(({ zone, start, members, onCall, handOffs, every, cover, overrides }) => {
    let free = start.subtract({ days: 20 });
    const placed = overrides.map(({ after, minutes, people }) => {
      const from = free.add({ minutes: after });
      free = from.add({ minutes });
      // In UTC, so that no clock change turns one round.
      return `override ${textOf(from)}Z..${textOf(free)}Z < ${people.map((it) => `@${it}`).join(' ')} >`;
    });
    return [
      `zone "${zone}"`,
      `start ${textOf(start)}`,
      `members ${members.map((it) => `@${it}`).join(' ')}`,
      `on-call ${Math.min(onCall, members.length)}`,
      handOffs,
      `every ${every}`,
      cover,
      ...placed,
    ].join('\n');
  });
}

const aStart = tuple(integer({ min: 0, max: 600 }), integer({ min: 0, max: 24 * 60 - 1 })).map(
  ([days, minutes]) => Temporal.PlainDateTime.from('2025-01-01').add({ days, minutes }),
);

const textOf = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'minute' });

/** Clocks change between midnight and three. */
const time = tuple(
  constantFrom(0, 0, 1, 1, 2, 2, 3, 3, 4, 9, 17, 21, 23),
  constantFrom(0, 0, 0, 15, 30, 59),
).map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);

const pad = (number: number) => `${number}`.padStart(2, '0');

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const day = constantFrom(...days, 'sun', 'sun');

const handOffs = tuple(
  constantFrom('daily', 'weekly', 'monthly'),
  array(tuple(day, constantFrom(1, 2, 15, 25, 28, 29, 30, 31, 31), time), {
    minLength: 1,
    maxLength: 3,
  }),
).map(([kind, times]) => {
  const written = times.map(([day, number, time]) => {
    return kind === 'daily' ? time : `${kind === 'weekly' ? day : number} ${time}`;
  });
  return `${kind} ${written.join(' ')}`;
});

/** Windows apart from each other, since those that overlap are an error; some touch. */
const coverage = uniqueArray(integer({ min: 0, max: 7 * 48 - 1 }), { minLength: 2, maxLength: 12 })
  .map((marks) => marks.sort((a, b) => a - b))
  .chain((marks) =>
    tuple(constant(marks), array(integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 })),
  )
  .map(([marks, kinds]) =>
    marks
      .flatMap((from, index) => {
        const next = marks[index + 1] ?? (marks[0] as number) + 7 * 48;
        const length = Math.min(next - from, 48);
        // One in four windows is left out, and half of the others end before the next begins.
        const kind = kinds[index] as number;
        if (kind === 0 && index > 0) return [];
        const to = from + (kind === 1 ? Math.ceil(length / 2) : length);
        return [`cover ${days[Math.floor(from / 48)]} ${halfHour(from)}..${halfHour(to)}`];
      })
      .join('\n'),
  );

function halfHour(mark: number): string {
  const ofDay = mark % 48;
  return `${pad(Math.floor(ofDay / 2))}:${ofDay % 2 === 0 ? '00' : '30'}`;
}

const override = record({
  after: integer({ min: 0, max: 60 * 24 * 60 }),
  minutes: integer({ min: 30, max: 20 * 24 * 60 }),
  people: shuffledSubarray(['a', 'b', 'x', 'y']),
});
