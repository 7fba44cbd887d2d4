import { assert, constantFrom, integer, property, string } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { epochOfLocal, localOfEpoch, parseDateTime } from '../../src/values/date-time.ts';
import { instantOf, isTimeZone, localAt, offsetAt, transitions } from '../../src/values/zone.ts';
import { zoneNames } from '../../src/values/zone-names.ts';

const from1970 = 0;
const to2100 = Date.UTC(2101, 0, 1) / 1_000 - 1;

/** Zones of every kind: both hemispheres, half an hour of summer, Ramadan, a day left out, none. */
const zones = [
  'America/New_York',
  'Europe/London',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Europe/Dublin',
  'Africa/Monrovia',
  'America/Noronha',
  'Asia/Gaza',
  'America/Recife',
  'Antarctica/Troll',
  'UTC',
];

const aZone = constantFrom(...zones);

function local(text: string) {
  const parsed = parseDateTime(text);
  if (parsed === undefined) throw new Error(`${text} is no date and time`);
  return parsed.local;
}

const zonedAt = (zone: string, epochSeconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1_000).toZonedDateTimeISO(zone);

/** What Temporal makes of a time on the wall, gaps and overlaps told by where it has no one answer. */
function oracle(zone: string, wall: number) {
  const plain = Temporal.PlainDateTime.from({ ...localOfEpoch(wall) });
  const taken = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  const unique = taken.epochMilliseconds === later.epochMilliseconds;
  const shown = taken.toPlainDateTime().equals(plain);
  return {
    epochSeconds: taken.epochMilliseconds / 1_000,
    kind: shown ? (unique ? 'exact' : 'repeated') : 'skipped',
    offset: taken.offsetNanoseconds / 1e9,
  };
}

describe('isTimeZone', () => {
  it.each(['America/New_York', 'UTC', 'Etc/GMT-5', 'Asia/Calcutta', 'US/Pacific', 'EST5EDT'])(
    'takes %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each([
    '',
    'america/new_york',
    'America/New York',
    'America/New_Yrok',
    ' UTC',
    'utc',
    'Etc/GMT+5',
    'GMT+0',
    '+05:30',
    'PST',
    'SystemV/AST4',
    'Factory',
    'Local',
    'constructor',
  ])('refuses %j', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it('takes no other spelling of a name', () => {
    const name = constantFrom(...zoneNames());
    assert(
      property(name, string({ minLength: 1 }), (known, more) => {
        expect(isTimeZone(known + more)).toBe(zoneNames().includes(known + more));
        const upper = known.toUpperCase();
        if (!zoneNames().includes(upper)) expect(isTimeZone(upper)).toBe(false);
      }),
    );
  });
});

describe('offsetAt', () => {
  it.each([
    ['America/New_York', '2026-03-08T06:59:59Z', -18_000],
    ['America/New_York', '2026-03-08T07:00:00Z', -14_400],
    ['America/New_York', '2026-11-01T05:59:59Z', -14_400],
    ['America/New_York', '2026-11-01T06:00:00Z', -18_000],
    ['America/New_York', '1850-01-01T00:00Z', -17_762],
    ['Africa/Monrovia', '1971-01-01T00:00Z', -2_670],
    ['Asia/Kathmandu', '2026-01-01T00:00Z', 20_700],
    ['Australia/Lord_Howe', '2026-01-01T00:00Z', 39_600],
    ['Australia/Lord_Howe', '2026-07-01T00:00Z', 37_800],
    ['Europe/Dublin', '2026-07-01T00:00Z', 3_600],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', -36_000],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 50_400],
    ['UTC', '0000-01-01T00:00Z', 0],
  ])('knows %s at %s', (zone, instant, offset) => {
    expect(offsetAt(zone, epochOfLocal(local(instant)))).toBe(offset);
  });

  it('agrees with Temporal at any instant', () => {
    assert(
      property(aZone, integer({ min: from1970, max: to2100 }), (zone, instant) => {
        expect(offsetAt(zone, instant)).toBe(zonedAt(zone, instant).offsetNanoseconds / 1e9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on what was asked before', () => {
    const instants = ['2026-07-01T00:00Z', '1999-01-01T00:00Z', '2026-07-01T00:00Z'];
    expect(instants.map((text) => offsetAt('Europe/Paris', epochOfLocal(local(text))))).toEqual([
      7_200, 3_600, 7_200,
    ]);
  });

  it('answers for instants that no date can hold', () => {
    expect(offsetAt('Etc/GMT-5', Number.MAX_SAFE_INTEGER)).toBe(18_000);
    expect(offsetAt('Etc/GMT-5', -Number.MAX_SAFE_INTEGER)).toBe(18_000);
  });
});

describe('transitions', () => {
  it('finds the two of a year to the second', () => {
    const start = Date.UTC(2026, 0, 1) / 1_000;
    expect(transitions('America/New_York', start, Date.UTC(2027, 0, 1) / 1_000)).toEqual([
      { at: Date.UTC(2026, 2, 8, 7) / 1_000, before: -18_000, after: -14_400 },
      { at: Date.UTC(2026, 10, 1, 6) / 1_000, before: -14_400, after: -18_000 },
    ]);
  });

  it('leaves out the first instant and takes in the last', () => {
    const at = Date.UTC(2026, 2, 8, 7) / 1_000;
    expect(transitions('America/New_York', at, at + 1)).toEqual([]);
    expect(transitions('America/New_York', at - 1, at - 1)).toEqual([]);
    expect(transitions('America/New_York', at - 1, at)).toHaveLength(1);
  });

  it.each(zones)('are those of Temporal in %s, 1970 to 2050', (zone) => {
    const end = Date.UTC(2050, 0, 1) / 1_000;
    const expected: number[] = [];
    let next = zonedAt(zone, from1970).getTimeZoneTransition('next');
    while (next !== null && next.epochMilliseconds / 1_000 <= end) {
      expected.push(next.epochMilliseconds / 1_000);
      next = next.getTimeZoneTransition('next');
    }
    expect(transitions(zone, from1970, end).map(({ at }) => at)).toEqual(expected);
  });

  it('finds an offset that was held for a week', () => {
    const [from, to] = [Date.UTC(2000, 8, 1) / 1_000, Date.UTC(2000, 10, 1) / 1_000];
    expect(transitions('America/Recife', from, to)).toEqual([
      { at: Date.UTC(2000, 9, 8, 3) / 1_000, before: -10_800, after: -7_200 },
      { at: Date.UTC(2000, 9, 15, 2) / 1_000, before: -7_200, after: -10_800 },
    ]);
  });

  it('follow one another from offset to offset in every zone', () => {
    const start = Date.UTC(2025, 0, 1) / 1_000;
    for (const zone of zoneNames().filter(isTimeZone)) {
      let before = offsetAt(zone, start);
      for (const change of transitions(zone, start, Date.UTC(2028, 0, 1) / 1_000)) {
        expect(change.before).toBe(before);
        expect(offsetAt(zone, change.at - 1)).toBe(change.before);
        expect(offsetAt(zone, change.at)).toBe(change.after);
        expect(change.after).not.toBe(before);
        before = change.after;
      }
    }
  });
});

describe('instantOf', () => {
  it.each([
    ['America/New_York', '2026-01-05T09:00', 'exact', '2026-01-05T14:00Z'],
    ['America/New_York', '2026-03-08T01:59:59', 'exact', '2026-03-08T06:59:59Z'],
    ['America/New_York', '2026-03-08T02:00', 'skipped', '2026-03-08T07:00Z'],
    ['America/New_York', '2026-03-08T02:30', 'skipped', '2026-03-08T07:30Z'],
    ['America/New_York', '2026-03-08T03:00', 'exact', '2026-03-08T07:00Z'],
    ['America/New_York', '2026-11-01T00:59:59', 'exact', '2026-11-01T04:59:59Z'],
    ['America/New_York', '2026-11-01T01:00', 'repeated', '2026-11-01T05:00Z'],
    ['America/New_York', '2026-11-01T01:59:59', 'repeated', '2026-11-01T05:59:59Z'],
    ['America/New_York', '2026-11-01T02:00', 'exact', '2026-11-01T07:00Z'],
    ['Europe/Dublin', '2026-03-29T01:30', 'skipped', '2026-03-29T01:30Z'],
    ['Europe/Dublin', '2026-10-25T01:30', 'repeated', '2026-10-25T00:30Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', 'skipped', '2026-10-03T15:45Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', 'repeated', '2026-04-04T14:45Z'],
    ['Pacific/Apia', '2011-12-30T12:00', 'skipped', '2011-12-30T22:00Z'],
    ['Pacific/Apia', '2011-12-31T00:00', 'exact', '2011-12-30T10:00Z'],
    ['Pacific/Kwajalein', '1969-09-30T12:00', 'repeated', '1969-09-30T01:00Z'],
    ['UTC', '0000-01-01T00:00', 'exact', '0000-01-01T00:00Z'],
    ['Pacific/Kiritimati', '9999-12-31T23:59', 'exact', '9999-12-31T09:59Z'],
  ])('in %s at %s is %s', (zone, time, kind, instant) => {
    const epochSeconds = epochOfLocal(local(instant));
    expect(instantOf(zone, local(time))).toEqual({
      epochSeconds,
      kind,
      offset: offsetAt(zone, epochSeconds),
    });
  });

  it('agrees with Temporal at any time', () => {
    assert(
      property(aZone, integer({ min: from1970, max: to2100 }), (zone, wall) => {
        expect(instantOf(zone, localOfEpoch(wall))).toEqual(oracle(zone, wall));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(zones)('agrees with Temporal about each clock change of %s', (zone) => {
    for (const { at, before, after } of transitions(zone, from1970, Date.UTC(2040, 0, 1) / 1_000)) {
      const edges = [at + before, at + after, at + Math.floor((before + after) / 2)];
      for (const wall of edges.flatMap((edge) => [edge - 1, edge, edge + 1])) {
        expect(instantOf(zone, localOfEpoch(wall))).toEqual(oracle(zone, wall));
      }
    }
  });

  it('is undone by localAt, but for what clocks skip', () => {
    assert(
      property(aZone, integer({ min: from1970, max: to2100 }), (zone, wall) => {
        const time = localOfEpoch(wall);
        const { epochSeconds, kind } = instantOf(zone, time);
        const shown = localAt(zone, epochSeconds);
        if (kind === 'skipped') expect(epochOfLocal(shown)).toBeGreaterThan(wall);
        else expect(shown).toEqual(time);
      }),
    );
  });

  it('is quick once a zone is known', () => {
    instantOf('Europe/London', local('2026-06-01T09:00'));
    const started = performance.now();
    for (let index = 0; index < 100_000; index += 1) {
      instantOf('Europe/London', local('2026-06-01T09:00'));
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('localAt', () => {
  it.each([
    ['America/New_York', '2026-11-01T05:30Z', '2026-11-01T01:30'],
    ['America/New_York', '2026-11-01T06:30Z', '2026-11-01T01:30'],
    ['Asia/Kathmandu', '2025-12-31T18:15Z', '2026-01-01T00:00'],
    ['Pacific/Apia', '2011-12-30T10:00Z', '2011-12-31T00:00'],
  ])('in %s at %s is %s', (zone, instant, time) => {
    expect(localAt(zone, epochOfLocal(local(instant)))).toEqual(local(time));
  });

  it('agrees with Temporal at any instant', () => {
    assert(
      property(aZone, integer({ min: from1970, max: to2100 }), (zone, instant) => {
        const { year, month, day, hour, minute, second } = zonedAt(zone, instant);
        expect(localAt(zone, instant)).toEqual({ year, month, day, hour, minute, second });
      }),
    );
  });
});
