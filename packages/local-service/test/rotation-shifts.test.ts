import { describe, expect, it } from 'vitest';
import { DAILY, PREFIX, startTestService } from './service.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** A Monday, 09:00 in Berlin. */
const START = Date.UTC(2026, 0, 5, 8) / 1000;

const WEEKLY = {
  NumberOfOnCalls: 1,
  RecurrenceMultiplier: 1,
  WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: { HourOfDay: 9, MinuteOfHour: 0 } }],
} as const;

async function start() {
  const service = await startTestService({ now: () => START * 1000 });
  const [alice, bob] = [await service.person('alice'), await service.person('bob')];
  const { RotationArn: RotationId } = await service.call('CreateRotation', {
    Name: 'primary',
    ContactIds: [alice, bob],
    StartTime: START + 0.25,
    TimeZoneId: 'Europe/Berlin',
    Recurrence: WEEKLY,
  });
  return { service, alice, bob, RotationId };
}

const regular = (ContactIds: readonly string[], StartTime: number, EndTime: number) => ({
  ContactIds,
  StartTime,
  EndTime,
  Type: 'REGULAR',
});

describe('the shifts of a rotation', () => {
  it('are those that meet the time asked for, whole, by the clocks of its zone', async () => {
    const { service, alice, bob, RotationId } = await start();
    const week = 7 * DAY;
    const range = { StartTime: START + week + DAY, EndTime: START + 2 * week + 1 };
    expect(await service.call('ListRotationShifts', { RotationId, ...range })).toEqual({
      RotationShifts: [
        regular([bob], START + week, START + 2 * week),
        regular([alice], START + 2 * week, START + 3 * week),
      ],
    });
    // Clocks go forward on the night before 2026-03-30.
    const spring = { RotationId, StartTime: START + 11 * week, EndTime: START + 11 * week + 1 };
    expect(await service.call('ListRotationShifts', spring)).toEqual({
      RotationShifts: [regular([bob], START + 11 * week, START + 12 * week - HOUR)],
    });
  });

  it('are told from the beginning where nothing else is asked for', async () => {
    const { service, alice, RotationId } = await start();
    expect(
      await service.call('ListRotationShifts', { RotationId, EndTime: START + DAY }),
    ).toMatchObject({ RotationShifts: [{ ContactIds: [alice], StartTime: START }] });
    expect(await service.call('ListRotationShifts', { RotationId, EndTime: START })).toEqual({
      RotationShifts: [],
    });
  });

  it('are overridden, also by nobody and before the beginning, and say of whom', async () => {
    const { service, alice, bob, RotationId } = await start();
    const override = (NewContactIds: readonly string[], StartTime: number, EndTime: number) =>
      service.call('CreateRotationOverride', { RotationId, NewContactIds, StartTime, EndTime });
    await override([bob], START + DAY, START + 2 * DAY);
    await override([], START - DAY, START - DAY + HOUR);
    const { RotationShifts } = await service.call('ListRotationShifts', {
      RotationId,
      EndTime: START + 3 * DAY,
    });
    const overridden = (
      by: readonly string[],
      of: readonly string[],
      from: number,
      to: number,
    ) => ({
      ...regular(by, from, to),
      Type: 'OVERRIDDEN',
      ShiftDetails: { OverriddenContactIds: of },
    });
    expect(RotationShifts).toEqual([
      overridden([], [], START - DAY, START - DAY + HOUR),
      regular([alice], START, START + DAY),
      overridden([bob], [alice], START + DAY, START + 2 * DAY),
      regular([alice], START + 2 * DAY, START + 7 * DAY),
    ]);
  });

  it('come in pages', async () => {
    const { service, alice } = await start();
    const RotationId = await service.rotation('daily', [alice]);
    const { StartTime = 0 } = await service.call('GetRotation', { RotationId });
    const range = { RotationId, StartTime, EndTime: StartTime + 5 * DAY };
    const all = (await service.call('ListRotationShifts', range)).RotationShifts ?? [];
    expect(all).toHaveLength(6);
    const paged: unknown[] = [];
    let NextToken: string | undefined;
    do {
      const more = NextToken === undefined ? {} : { NextToken };
      const page = await service.call('ListRotationShifts', { ...range, MaxResults: 2, ...more });
      expect(page.RotationShifts).toHaveLength(2);
      paged.push(...(page.RotationShifts ?? []));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(paged).toEqual(all);
  });

  it('come at once, however far away the end is', async () => {
    const { service, RotationId } = await start();
    const range = { RotationId, EndTime: 8_000_000_000_000, MaxResults: 1024 };
    const { RotationShifts = [], NextToken } = await service.call('ListRotationShifts', range);
    expect(RotationShifts).toHaveLength(1024);
    expect(new Set(RotationShifts.map(({ StartTime }) => StartTime)).size).toBe(1024);
    expect(
      RotationShifts.every(({ EndTime }, index) => {
        return EndTime === (RotationShifts[index + 1]?.StartTime ?? EndTime);
      }),
    ).toBe(true);
    expect(NextToken).toBeDefined();
  });

  it('are refused of no rotation, of no end and of an end before the start', async () => {
    const { service, RotationId } = await start();
    const gone = `${PREFIX}:rotation/3941dad2-d1cb-4f0e-abf7-406093714530`;
    const asked = (input: object) => service.fields('ListRotationShifts', input);
    expect(await asked({ RotationId: gone, EndTime: 1 })).toEqual(['RotationId']);
    expect(await asked({ RotationId })).toEqual(['EndTime']);
    expect(await asked({ RotationId, StartTime: 2, EndTime: 1 })).toEqual(['EndTime']);
    expect(await asked({ RotationId, EndTime: 1, NextToken: 'x' })).toEqual(['NextToken']);
  });
});

describe('a preview of shifts', () => {
  const question = {
    RotationStartTime: START,
    StartTime: START,
    EndTime: START + 2 * DAY,
    Members: ['alice', 'bob', 'carol'],
    TimeZoneId: 'Europe/Berlin',
    Recurrence: { ...DAILY, NumberOfOnCalls: 2 },
  };

  it('takes any names, and answers for a rotation that is not there', async () => {
    const service = await startTestService();
    expect(await service.call('ListPreviewRotationShifts', question)).toEqual({
      RotationShifts: [
        regular(['alice', 'bob'], START, START + DAY),
        regular(['carol', 'alice'], START + DAY, START + 2 * DAY),
      ],
    });
    expect(await service.call('ListRotations', {})).toEqual({ Rotations: [] });
  });

  it('takes all that a rotation may have, and overrides', async () => {
    const service = await startTestService();
    const at = (HourOfDay: number) => ({ HourOfDay, MinuteOfHour: 30 });
    const Recurrence = {
      NumberOfOnCalls: 1,
      RecurrenceMultiplier: 2,
      MonthlySettings: [{ DayOfMonth: 31, HandOffTime: at(9) }],
      ShiftCoverages: { TUE: [{ Start: at(10), End: at(11) }] },
    };
    const Overrides = [
      { StartTime: START + 3 * DAY, EndTime: START + 4 * DAY, NewMembers: ['dan'] },
      { StartTime: START + 5 * DAY, EndTime: START + 6 * DAY },
    ];
    const asked = { ...question, EndTime: START + 57 * DAY, Recurrence, Overrides };
    const { RotationShifts = [] } = await service.call('ListPreviewRotationShifts', asked);
    const tuesday = START + DAY + 1.5 * HOUR;
    expect(RotationShifts.slice(0, 3)).toEqual([
      regular(['alice'], tuesday, tuesday + HOUR),
      {
        ...regular(['dan'], START + 3 * DAY, START + 4 * DAY),
        Type: 'OVERRIDDEN',
        ShiftDetails: { OverriddenContactIds: [] },
      },
      expect.objectContaining({ ContactIds: [], Type: 'OVERRIDDEN' }),
    ]);
    // From January 31 on, and not from February 28.
    expect(RotationShifts.slice(-5).map(({ ContactIds }) => ContactIds)).toEqual([
      ['alice'],
      ['bob'],
      ['bob'],
      ['bob'],
      ['bob'],
    ]);
  });

  it('comes at once, with a hand-off a minute or an override of two centuries', async () => {
    const service = await startTestService();
    const DailySettings = Array.from({ length: 24 * 60 }, (_, minute) => ({
      HourOfDay: Math.floor(minute / 60),
      MinuteOfHour: minute % 60,
    }));
    const EndTime = Date.UTC(2199, 0) / 1000;
    const minutely = { ...question, Recurrence: { ...DAILY, DailySettings }, EndTime };
    const { RotationShifts } = await service.call('ListPreviewRotationShifts', minutely);
    expect(RotationShifts).toHaveLength(100);

    const override = { NewMembers: ['carol'], StartTime: START, EndTime };
    const begin = Date.now();
    await service.call('ListPreviewRotationShifts', {
      ...question,
      Recurrence: DAILY,
      Overrides: [override],
    });
    // Where each shift was looked for from the beginning, this took a good while.
    expect(Date.now() - begin).toBeLessThan(4000);
  });

  it('starts now unless told when', async () => {
    const service = await startTestService({ now: () => START * 1000 });
    const { RotationStartTime: _, ...rest } = question;
    expect(
      await service.call('ListPreviewRotationShifts', { ...rest, StartTime: START - DAY }),
    ).toMatchObject({ RotationShifts: [{ StartTime: START }, {}] });
  });

  it.each<readonly [string, object, readonly string[]]>([
    ['an unknown zone', { TimeZoneId: 'Europe/Atlantis' }, ['TimeZoneId']],
    ['no hand-off', { Recurrence: { ...DAILY, DailySettings: [] } }, ['Recurrence.DailySettings']],
    ['no members', { Members: [] }, ['Members']],
    ['an end before the start', { EndTime: START - 1 }, ['EndTime']],
    [
      'overrides without time',
      { Overrides: [{ NewMembers: [] }, { StartTime: 2, EndTime: 1 }] },
      ['Overrides[0].StartTime', 'Overrides[0].EndTime', 'Overrides[1].EndTime'],
    ],
    [
      'an override of ages',
      { Overrides: [{ StartTime: START, EndTime: 8e12 }] },
      ['Overrides[0].EndTime'],
    ],
  ])('is refused for %s', async (_name, part, paths) => {
    const service = await startTestService();
    expect(await service.fields('ListPreviewRotationShifts', { ...question, ...part })).toEqual(
      paths,
    );
  });
});
