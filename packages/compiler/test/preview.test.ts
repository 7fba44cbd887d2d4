import { describe, expect, it } from 'vitest';
import { preview } from '../src/index.ts';
import { buildModel, type RotationSpec } from './model-builder.ts';

const start = 1767625200;

function asked(spec: Partial<RotationSpec>, from = start, to = start + 86_400) {
  const rotations = [{ name: 'primary', members: ['alice', 'bob'], ...spec }];
  const rotation = buildModel({ rotations }).rotations.get('primary');
  if (rotation === undefined) throw new Error('no rotation');
  return preview(rotation, from, to);
}

describe('preview', () => {
  it('asks with the recurrence that a rotation is made with, and with NAMEs', () => {
    expect(
      asked({
        zone: 'Europe/Berlin',
        start,
        onCall: 2,
        every: 3,
        coverage: [{ day: 'mon', start: { hour: 9, minute: 0 }, end: { hour: 17, minute: 0 } }],
      }),
    ).toStrictEqual({
      RotationStartTime: start,
      StartTime: start,
      EndTime: start + 86_400,
      Members: ['alice', 'bob'],
      TimeZoneId: 'Europe/Berlin',
      Recurrence: {
        NumberOfOnCalls: 2,
        RecurrenceMultiplier: 3,
        WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: { HourOfDay: 9, MinuteOfHour: 0 } }],
        ShiftCoverages: {
          MON: [
            { Start: { HourOfDay: 9, MinuteOfHour: 0 }, End: { HourOfDay: 17, MinuteOfHour: 0 } },
          ],
        },
      },
    });
  });

  it('gives the overrides that meet the time', () => {
    const overrides = [-2, 0, 30].map((hours) => ({
      start: start + (hours - 1) * 3_600,
      end: start + (hours + 1) * 3_600,
      members: hours === 0 ? [] : ['carol'],
    }));
    expect(asked({ overrides }).Overrides).toEqual([
      { NewMembers: [], StartTime: start - 3_600, EndTime: start + 3_600 },
    ]);
  });
});
