/**
 * Rotations for the measurements of time, the same on each run: plain data, with the local time of
 * their start, so that whoever works out shifts has to place that too.
 */

/** The year that is asked about: all of 2026, in epoch seconds. */
export const year = { from: Date.UTC(2026, 0, 1) / 1_000, to: Date.UTC(2027, 0, 1) / 1_000 };

/** One hand-off a week, seven members: what most rotations are. */
export function weeklyRotations(count) {
  return Array.from({ length: count }, (_, at) => rotation(at, weekly(at)));
}

/** Of every kind: half of them weekly, some with windows, overrides or two on call. */
export function mixedRotations(count) {
  return Array.from({ length: count }, (_, at) => rotation(at, kinds[at % kinds.length](at)));
}

/** Three of one schedule that follow the sun, each in its own hours. */
export function sunRotations() {
  return [
    ['Asia/Singapore', 7, 15, 0],
    ['Europe/London', 7, 16, 1],
    ['America/Los_Angeles', 8, 16, 2],
  ].map(([zone, from, to, at]) => ({
    ...rotation(at, weekly(at)),
    zone,
    coverage: days.map((day) => ({ day, start: clock(from), end: clock(to) })),
  }));
}

const zones = [
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Australia/Sydney',
  'Asia/Tokyo',
  'America/Sao_Paulo',
  'Asia/Singapore',
  'America/Chicago',
  'Africa/Johannesburg',
  'Europe/Dublin',
  'America/Toronto',
  'Asia/Jerusalem',
  'Pacific/Auckland',
  'UTC',
];

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function rotation(at, rules) {
  return {
    zone: zones[at % zones.length],
    start: { year: 2025, month: 12, day: 1 + (at % 28), hour: 9, minute: 0, second: 0 },
    members: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ name })),
    onCall: 1,
    every: 1,
    coverage: [],
    overrides: [],
    ...rules,
  };
}

function weekly(at) {
  return { handOffs: { kind: 'weekly', times: [{ day: days[at % 7], time: clock(9) }] } };
}

const kinds = [
  weekly,
  weekly,
  weekly,
  weekly,
  weekly,
  () => ({ handOffs: { kind: 'daily', times: [clock(9), clock(21)] }, onCall: 2 }),
  () => ({ handOffs: { kind: 'daily', times: [clock(8)] } }),
  () => ({ handOffs: { kind: 'monthly', times: [{ day: 31, time: clock(9) }] } }),
  (at) => ({
    ...weekly(at),
    coverage: days.slice(0, 5).map((day) => ({ day, start: clock(9), end: clock(17) })),
  }),
  (at) => ({
    ...weekly(at),
    every: 2,
    overrides: [5, 100, 200].map((day) => ({
      start: { value: year.from + day * 86_400 },
      end: { value: year.from + day * 86_400 + 30 * 3_600 },
      members: [{ name: 'x' }],
    })),
  }),
];

function clock(hour) {
  return { hour, minute: 0 };
}
