/** Rotations whose shifts were worked out by hand. */

export interface WorkedCase {
  readonly title: string;
  readonly items: string;
  /** Local to the rotation's zone. */
  readonly from: string;
  readonly to: string;
  /** A shift a line: start, who, and a mark where an override did it. The last line is its end. */
  readonly shifts: string;
}

/** Of days, weeks, months, windows and overrides. */
export const calendarCases: readonly WorkedCase[] = [
  {
    title: 'weekly with two hand-offs; the first turn begins at the start and is cut short',
    items: `
      zone "America/New_York"
      start 2026-01-06T12:00
      members @a @b @c
      weekly mon 10:00 fri 16:00`,
    from: '2026-01-01T00:00',
    to: '2026-01-20T00:00',
    shifts: `
      tue 2026-01-06 12:00 -05:00  a
      fri 2026-01-09 16:00 -05:00  b
      mon 2026-01-12 10:00 -05:00  c
      fri 2026-01-16 16:00 -05:00  a
      mon 2026-01-19 10:00 -05:00  b
      tue 2026-01-20 00:00 -05:00  -`,
  },
  {
    title: 'every 2 weeks, counted from the week of the start, Monday first',
    items: `
      zone "Europe/London"
      start 2026-01-04T18:00
      members @a @b
      weekly mon 09:00 thu 09:00
      every 2`,
    from: '2026-01-01T00:00',
    to: '2026-02-01T00:00',
    shifts: `
      sun 2026-01-04 18:00 +00:00  a
      mon 2026-01-12 09:00 +00:00  b
      thu 2026-01-15 09:00 +00:00  a
      mon 2026-01-26 09:00 +00:00  b
      thu 2026-01-29 09:00 +00:00  a
      sun 2026-02-01 00:00 +00:00  -`,
  },
  {
    title: 'every 3 days',
    items: `
      zone "UTC"
      start 2026-02-27T15:00
      members @a @b
      daily 08:00 20:00
      every 3`,
    from: '2026-02-27T00:00',
    to: '2026-03-06T00:00',
    shifts: `
      fri 2026-02-27 15:00 +00:00  a
      fri 2026-02-27 20:00 +00:00  b
      mon 2026-03-02 08:00 +00:00  a
      mon 2026-03-02 20:00 +00:00  b
      thu 2026-03-05 08:00 +00:00  a
      thu 2026-03-05 20:00 +00:00  b
      fri 2026-03-06 00:00 +00:00  -`,
  },
  {
    title: 'monthly on the 31st: a month without one hands off on its last day',
    items: `
      zone "America/New_York"
      start 2027-12-31T09:00
      members @a @b @c
      monthly 31 09:00`,
    from: '2027-12-31T09:00',
    to: '2028-06-01T00:00',
    shifts: `
      fri 2027-12-31 09:00 -05:00  a
      mon 2028-01-31 09:00 -05:00  b
      tue 2028-02-29 09:00 -05:00  c
      fri 2028-03-31 09:00 -04:00  a
      sun 2028-04-30 09:00 -04:00  b
      wed 2028-05-31 09:00 -04:00  c
      thu 2028-06-01 00:00 -04:00  -`,
  },
  {
    title: 'monthly on the 30th and the 31st: they fall together in short months, and are one',
    items: `
      zone "UTC"
      start 2026-01-01T00:00
      members @a @b @c
      monthly 30 09:00 31 09:00`,
    from: '2026-01-01T00:00',
    to: '2026-06-01T00:00',
    shifts: `
      thu 2026-01-01 00:00 +00:00  a
      fri 2026-01-30 09:00 +00:00  b
      sat 2026-01-31 09:00 +00:00  c
      sat 2026-02-28 09:00 +00:00  a
      mon 2026-03-30 09:00 +00:00  b
      tue 2026-03-31 09:00 +00:00  c
      thu 2026-04-30 09:00 +00:00  a
      sat 2026-05-30 09:00 +00:00  b
      sun 2026-05-31 09:00 +00:00  c
      mon 2026-06-01 00:00 +00:00  -`,
  },
  {
    title: 'monthly, every 3 months',
    items: `
      zone "UTC"
      start 2025-11-15T00:00
      members @a @b
      monthly 1 09:00
      every 3`,
    from: '2025-11-01T00:00',
    to: '2026-08-02T00:00',
    shifts: `
      sat 2025-11-15 00:00 +00:00  a
      sun 2026-02-01 09:00 +00:00  b
      fri 2026-05-01 09:00 +00:00  a
      sat 2026-08-01 09:00 +00:00  b
      sun 2026-08-02 00:00 +00:00  -`,
  },
  {
    title: 'daily 09:00 and 21:00, two of five on call: the next two, wrapping round',
    items: `
      zone "America/New_York"
      start 2026-01-05T09:00
      members @a @b @c @d @e
      on-call 2
      daily 09:00 21:00`,
    from: '2026-01-05T09:00',
    to: '2026-01-08T09:00',
    shifts: `
      mon 2026-01-05 09:00 -05:00  a b
      mon 2026-01-05 21:00 -05:00  c d
      tue 2026-01-06 09:00 -05:00  e a
      tue 2026-01-06 21:00 -05:00  b c
      wed 2026-01-07 09:00 -05:00  d e
      wed 2026-01-07 21:00 -05:00  a b
      thu 2026-01-08 09:00 -05:00  -`,
  },
  {
    title: 'weekdays 09:00..17:00: turns pass all the same',
    items: `
      zone "UTC"
      start 2026-01-05T00:00
      members @a @b
      weekly wed 12:00
      cover mon..fri 09:00..17:00`,
    from: '2026-01-06T10:00',
    to: '2026-01-12T10:00',
    shifts: `
      tue 2026-01-06 10:00 +00:00  a
      tue 2026-01-06 17:00 +00:00  -
      wed 2026-01-07 09:00 +00:00  a
      wed 2026-01-07 12:00 +00:00  b
      wed 2026-01-07 17:00 +00:00  -
      thu 2026-01-08 09:00 +00:00  b
      thu 2026-01-08 17:00 +00:00  -
      fri 2026-01-09 09:00 +00:00  b
      fri 2026-01-09 17:00 +00:00  -
      mon 2026-01-12 09:00 +00:00  b
      mon 2026-01-12 10:00 +00:00  -`,
  },
  {
    title: 'windows past midnight, Friday to Monday',
    items: `
      zone "UTC"
      start 2026-01-05T00:00
      members @a @b
      daily 00:00
      cover fri..mon 22:00..06:00`,
    from: '2026-01-08T00:00',
    to: '2026-01-14T00:00',
    shifts: `
      fri 2026-01-09 22:00 +00:00  a
      sat 2026-01-10 00:00 +00:00  b
      sat 2026-01-10 06:00 +00:00  -
      sat 2026-01-10 22:00 +00:00  b
      sun 2026-01-11 00:00 +00:00  a
      sun 2026-01-11 06:00 +00:00  -
      sun 2026-01-11 22:00 +00:00  a
      mon 2026-01-12 00:00 +00:00  b
      mon 2026-01-12 06:00 +00:00  -
      mon 2026-01-12 22:00 +00:00  b
      tue 2026-01-13 00:00 +00:00  a
      tue 2026-01-13 06:00 +00:00  -`,
  },
  {
    title: 'touching windows do not split a shift, nor does a week that is covered whole',
    items: `
      zone "UTC"
      start 2026-01-05T00:00
      members @a @b
      weekly mon 09:00
      cover mon..sun 00:00..08:00 08:00..00:00`,
    from: '2026-01-05T00:00',
    to: '2026-01-19T09:00',
    shifts: `
      mon 2026-01-05 00:00 +00:00  a
      mon 2026-01-05 09:00 +00:00  b
      mon 2026-01-12 09:00 +00:00  a
      mon 2026-01-19 09:00 +00:00  -`,
  },
  {
    title: 'one member: a shift ends at each hand-off, though the same goes on',
    items: `
      zone "UTC"
      start 2026-01-05T09:00
      members @a
      weekly mon 09:00`,
    from: '2026-01-05T09:00',
    to: '2026-01-19T09:00',
    shifts: `
      mon 2026-01-05 09:00 +00:00  a
      mon 2026-01-12 09:00 +00:00  a
      mon 2026-01-19 09:00 +00:00  -`,
  },
  {
    title: 'an override over several shifts ends one at each hand-off',
    items: `
      zone "UTC"
      start 2026-01-05T09:00
      members @a @b
      daily 09:00
      override 2026-01-06T12:00..2026-01-08T15:00 < @x @a >`,
    from: '2026-01-05T09:00',
    to: '2026-01-09T09:00',
    shifts: `
      mon 2026-01-05 09:00 +00:00  a
      tue 2026-01-06 09:00 +00:00  b
      tue 2026-01-06 12:00 +00:00  x a  (for b)
      wed 2026-01-07 09:00 +00:00  x a  (for a)
      thu 2026-01-08 09:00 +00:00  x a  (for b)
      thu 2026-01-08 15:00 +00:00  b
      fri 2026-01-09 09:00 +00:00  -`,
  },
  {
    title: 'an override counts before the start, outside all windows, and may be nobody',
    items: `
      zone "UTC"
      start 2026-01-05T09:00
      members @a
      daily 09:00
      cover mon..fri 09:00..17:00
      override 2026-01-04T09:00..2026-01-04T12:00 < @x >
      override 2026-01-05T20:00..2026-01-05T22:00 < @y >
      override 2026-01-06T10:00..2026-01-06T11:00 < >`,
    from: '2026-01-01T00:00',
    to: '2026-01-07T00:00',
    shifts: `
      sun 2026-01-04 09:00 +00:00  x  (for nobody)
      sun 2026-01-04 12:00 +00:00  -
      mon 2026-01-05 09:00 +00:00  a
      mon 2026-01-05 17:00 +00:00  -
      mon 2026-01-05 20:00 +00:00  y  (for nobody)
      mon 2026-01-05 22:00 +00:00  -
      tue 2026-01-06 09:00 +00:00  a
      tue 2026-01-06 10:00 +00:00  NOBODY  (for a)
      tue 2026-01-06 11:00 +00:00  a
      tue 2026-01-06 17:00 +00:00  -`,
  },
];

/** Of nights in which clocks change. */
export const clockChangeCases: readonly WorkedCase[] = [
  {
    title: 'New York goes forward: 02:30 moves to 03:30, the day has 23 hours',
    items: `
      zone "America/New_York"
      start 2026-03-06T02:30
      members @a @b
      daily 02:30`,
    from: '2026-03-07T02:30',
    to: '2026-03-10T02:30',
    shifts: `
      sat 2026-03-07 02:30 -05:00  b
      sun 2026-03-08 03:30 -04:00  a
      mon 2026-03-09 02:30 -04:00  b
      tue 2026-03-10 02:30 -04:00  -`,
  },
  {
    title: 'New York goes forward: what a gap brings to one instant is one hand-off',
    items: `
      zone "America/New_York"
      start 2026-03-07T02:30
      members @a @b @c
      daily 02:30 03:30`,
    from: '2026-03-07T02:30',
    to: '2026-03-09T12:00',
    shifts: `
      sat 2026-03-07 02:30 -05:00  a
      sat 2026-03-07 03:30 -05:00  b
      sun 2026-03-08 03:30 -04:00  c
      mon 2026-03-09 02:30 -04:00  a
      mon 2026-03-09 03:30 -04:00  b
      mon 2026-03-09 12:00 -04:00  -`,
  },
  {
    title: 'New York goes back: the first 01:30 hands off',
    items: `
      zone "America/New_York"
      start 2026-10-30T01:30
      members @a @b
      daily 01:30`,
    from: '2026-10-31T01:30',
    to: '2026-11-03T01:30',
    shifts: `
      sat 2026-10-31 01:30 -04:00  b
      sun 2026-11-01 01:30 -04:00  a
      mon 2026-11-02 01:30 -05:00  b
      tue 2026-11-03 01:30 -05:00  -`,
  },
  {
    title: 'London goes forward: a window within the gap is none that day',
    items: `
      zone "Europe/London"
      start 2026-03-27T00:00
      members @a
      weekly mon 00:00
      cover fri..mon 01:15..02:00`,
    from: '2026-03-27T00:00',
    to: '2026-03-31T00:00',
    shifts: `
      fri 2026-03-27 01:15 +00:00  a
      fri 2026-03-27 02:00 +00:00  -
      sat 2026-03-28 01:15 +00:00  a
      sat 2026-03-28 02:00 +00:00  -
      mon 2026-03-30 01:15 +01:00  a
      mon 2026-03-30 02:00 +01:00  -`,
  },
  {
    title: 'London goes back: a window over it is an hour longer',
    items: `
      zone "Europe/London"
      start 2026-10-23T00:00
      members @a
      weekly mon 00:00
      cover sat..sun 01:00..02:00`,
    from: '2026-10-24T00:00',
    to: '2026-10-26T00:00',
    shifts: `
      sat 2026-10-24 01:00 +01:00  a
      sat 2026-10-24 02:00 +01:00  -
      sun 2026-10-25 01:00 +01:00  a
      sun 2026-10-25 02:00 +00:00  -`,
  },
  {
    title: 'Sydney goes back in April',
    items: `
      zone "Australia/Sydney"
      start 2026-04-03T02:00
      members @a @b
      daily 02:00`,
    from: '2026-04-04T02:00',
    to: '2026-04-06T02:00',
    shifts: `
      sat 2026-04-04 02:00 +11:00  b
      sun 2026-04-05 02:00 +11:00  a
      mon 2026-04-06 02:00 +10:00  -`,
  },
  {
    title: 'Sydney goes forward in October',
    items: `
      zone "Australia/Sydney"
      start 2026-10-03T02:00
      members @a @b
      daily 02:00`,
    from: '2026-10-03T02:00',
    to: '2026-10-05T02:00',
    shifts: `
      sat 2026-10-03 02:00 +10:00  a
      sun 2026-10-04 03:00 +11:00  b
      mon 2026-10-05 02:00 +11:00  -`,
  },
  {
    title: 'Lord Howe goes back by half an hour',
    items: `
      zone "Australia/Lord_Howe"
      start 2026-04-03T01:45
      members @a @b
      daily 01:45`,
    from: '2026-04-04T01:45',
    to: '2026-04-06T01:45',
    shifts: `
      sat 2026-04-04 01:45 +11:00  b
      sun 2026-04-05 01:45 +11:00  a
      mon 2026-04-06 01:45 +10:30  -`,
  },
  {
    title: 'Lord Howe goes forward by half an hour',
    items: `
      zone "Australia/Lord_Howe"
      start 2026-10-03T02:15
      members @a @b
      daily 02:15`,
    from: '2026-10-03T02:15',
    to: '2026-10-05T02:15',
    shifts: `
      sat 2026-10-03 02:15 +10:30  a
      sun 2026-10-04 02:45 +11:00  b
      mon 2026-10-05 02:15 +11:00  -`,
  },
  {
    title: 'Casablanca goes back for Ramadan and forward after it',
    items: `
      zone "Africa/Casablanca"
      start 2026-02-14T02:30
      members @a @b
      weekly sun 02:30`,
    from: '2026-02-14T02:30',
    to: '2026-03-29T02:30',
    shifts: `
      sat 2026-02-14 02:30 +01:00  a
      sun 2026-02-15 02:30 +01:00  b
      sun 2026-02-22 02:30 +00:00  a
      sun 2026-03-01 02:30 +00:00  b
      sun 2026-03-08 02:30 +00:00  a
      sun 2026-03-15 02:30 +00:00  b
      sun 2026-03-22 03:30 +01:00  a
      sun 2026-03-29 02:30 +01:00  -`,
  },
];
