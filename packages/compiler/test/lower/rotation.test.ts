import { describe, expect, it } from 'vitest';
import type { RotationSpec } from '../model-builder.ts';
import { resourcesOf } from '../plans.ts';

const director = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/director';

function rotation(spec: Partial<RotationSpec> = {}) {
  return resourcesOf({
    contacts: [{ name: 'alice' }, { name: 'bob' }],
    externs: { director },
    rotations: [{ name: 'primary', members: ['bob', 'alice', 'director'], ...spec }],
  }).at(-1);
}

const at = (hour: number, minute = 0) => ({ hour, minute });
const clock = (HourOfDay: number, MinuteOfHour = 0) => ({ HourOfDay, MinuteOfHour });

describe('rotation', () => {
  it('has its members in their order, and is tagged with its NAME', () => {
    const made = rotation({ label: 'SRE primary', start: 1767625200, onCall: 2, every: 3 });
    expect(made).toMatchObject({
      kind: 'rotation',
      id: 'rotation/primary',
      operation: 'CreateRotation',
      uses: ['contact/bob', 'contact/alice'],
    });
    expect(made?.input).toStrictEqual({
      Name: 'SRE primary',
      ContactIds: [{ arnOf: 'contact/bob' }, { arnOf: 'contact/alice' }, director],
      StartTime: 1767625200,
      TimeZoneId: 'America/New_York',
      Recurrence: {
        NumberOfOnCalls: 2,
        RecurrenceMultiplier: 3,
        WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: clock(9) }],
      },
      Tags: [
        { Key: 'oncall/project', Value: 'acme' },
        { Key: 'oncall/name', Value: 'primary' },
      ],
    });
  });

  it.each([
    [{ kind: 'daily', times: [at(9), at(17, 30)] }, { DailySettings: [clock(9), clock(17, 30)] }],
    [
      {
        kind: 'weekly',
        times: [
          { day: 'fri', time: at(17) },
          { day: 'mon', time: at(9) },
        ],
      },
      {
        WeeklySettings: [
          { DayOfWeek: 'FRI', HandOffTime: clock(17) },
          { DayOfWeek: 'MON', HandOffTime: clock(9) },
        ],
      },
    ],
    [
      { kind: 'monthly', times: [{ day: 15, time: at(8) }] },
      { MonthlySettings: [{ DayOfMonth: 15, HandOffTime: clock(8) }] },
    ],
  ] as const)('hands off as written: %j', (handOffs, settings) => {
    expect(rotation({ handOffs })?.input).toMatchObject({ Recurrence: settings });
    const kinds = ['DailySettings', 'WeeklySettings', 'MonthlySettings', 'ShiftCoverages'];
    for (const other of kinds.filter((kind) => !(kind in settings))) {
      expect(rotation({ handOffs })?.input).not.toHaveProperty(['Recurrence', other]);
    }
  });

  it('covers windows as written, those past midnight too', () => {
    const made = rotation({
      coverage: [
        { day: 'mon', start: at(9), end: at(12) },
        { day: 'mon', start: at(22), end: at(6) },
        { day: 'sun', start: at(0), end: at(0) },
      ],
    });
    expect(made?.input).toMatchObject({
      Recurrence: {
        ShiftCoverages: {
          MON: [
            { Start: clock(9), End: clock(12) },
            { Start: clock(22), End: clock(6) },
          ],
          SUN: [{ Start: clock(0), End: clock(0) }],
        },
      },
    });
    expect(made?.origins).toMatchObject({
      'Recurrence.ShiftCoverages.MON.1': { piece: { text: 'cover' } },
    });
  });

  it('tells where its members were written', () => {
    expect(rotation()?.origins).toMatchObject({
      'ContactIds.1': { piece: { text: '@alice' } },
      StartTime: { piece: { text: 'start' } },
      TimeZoneId: { piece: { text: 'zone' } },
      'Recurrence.WeeklySettings.0': { piece: { text: 'hand-off' } },
    });
  });
});
