import { assert, constantFrom, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { wallClock } from '../src/wall-clock.ts';

const zones = [
  'America/New_York',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
];
/** Of 1970 to 2070, most within a day of a change of these zones. */
const seconds = constantFrom(
  '1995-01-01',
  '2011-12-30',
  '2026-03-08',
  '2026-03-22',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
).chain((date) =>
  integer({ min: -50 * 3_600, max: 50 * 3_600 }).map(
    (off) => Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds / 1_000 + off,
  ),
);

it('reads clocks and sets instants as Temporal does, whatever was asked before', () => {
  for (const zone of zones) {
    const clock = wallClock(zone);
    assert(
      property(seconds, (second) => {
        const utc = Temporal.Instant.fromEpochMilliseconds(second * 1_000);
        const shown = utc.toZonedDateTimeISO(zone).toPlainDateTime().toZonedDateTime('UTC');
        expect(clock.wallAt(second)).toBe(shown.epochMilliseconds / 1_000);
        const plain = utc.toZonedDateTimeISO('UTC').toPlainDateTime();
        expect(clock.instantOf(second)).toBe(plain.toZonedDateTime(zone).epochMilliseconds / 1_000);
      }),
      { numRuns: 100 },
    );
  }
});
