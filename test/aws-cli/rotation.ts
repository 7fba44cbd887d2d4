/** The second part of a life: a rotation, its override and its shifts. */
import { expect } from 'vitest';
import type { Person } from './people.ts';
import { BIRTH, type Story, textOf, UUID } from './story.ts';

export interface Rotation {
  readonly arn: string;
  readonly override: string;
}

export async function makeRotation(
  { call, fail }: Story,
  [alice, bob]: readonly [Person, Person],
): Promise<Rotation> {
  const weekly = (DayOfWeek: string, HourOfDay: number) => ({
    DayOfWeek,
    HandOffTime: { HourOfDay, MinuteOfHour: 0 },
  });
  const Recurrence = {
    NumberOfOnCalls: 1,
    RecurrenceMultiplier: 1,
    WeeklySettings: [weekly('MON', 9)],
  };
  const settings = {
    Name: 'SRE primary',
    ContactIds: [alice.arn, bob.arn],
    StartTime: new Date('2026-02-23T14:00:00Z'),
    TimeZoneId: 'America/New_York',
    Recurrence,
  };
  const made = await call('CreateRotation', { ...settings, IdempotencyToken: 'rotation' });
  const arn = textOf(made, 'RotationArn');
  expect(arn).toMatch(UUID);
  expect(await call('GetRotation', { RotationId: arn })).toEqual({ RotationArn: arn, ...settings });
  const ShiftCoverages = {
    MON: [{ Start: { HourOfDay: 0, MinuteOfHour: 0 }, End: { HourOfDay: 0, MinuteOfHour: 0 } }],
  };
  const covered = { ...Recurrence, ShiftCoverages };
  await call('UpdateRotation', { RotationId: arn, Recurrence: covered });
  expect(await call('ListRotations', { RotationNamePrefix: 'SRE' })).toMatchObject({
    Rotations: [{ RotationArn: arn, Recurrence: covered }],
  });
  await call('UpdateRotation', { RotationId: arn, Recurrence });

  const StartTime = new Date('2026-03-02T10:00:00Z');
  const EndTime = new Date('2026-03-02T12:00:00Z');
  const span = { RotationId: arn, StartTime, EndTime };
  const tooShort = { ...span, NewContactIds: [bob.arn], EndTime: new Date(+StartTime + 60_000) };
  expect(await fail('CreateRotationOverride', tooShort)).toBe('ValidationException');
  const answer = await call('CreateRotationOverride', { ...span, NewContactIds: [bob.arn] });
  const override = textOf(answer, 'RotationOverrideId');
  const described = {
    RotationOverrideId: override,
    NewContactIds: [bob.arn],
    StartTime,
    EndTime,
    CreateTime: new Date(BIRTH),
  };
  const id = { RotationId: arn, RotationOverrideId: override };
  expect(await call('GetRotationOverride', id)).toEqual({ RotationArn: arn, ...described });
  expect(await call('ListRotationOverrides', span)).toEqual({ RotationOverrides: [described] });

  const shift = (contact: Person, from: string, to: string, more: object = {}) => ({
    ContactIds: [contact.arn],
    StartTime: new Date(from),
    EndTime: new Date(to),
    Type: 'REGULAR',
    ...more,
  });
  const handOff = '2026-03-02T14:00:00Z';
  const range = { StartTime: new Date(BIRTH), EndTime: new Date('2026-03-03T00:00:00Z') };
  const overridden = { Type: 'OVERRIDDEN', ShiftDetails: { OverriddenContactIds: [alice.arn] } };
  expect(await call('ListRotationShifts', { RotationId: arn, ...range })).toEqual({
    RotationShifts: [
      shift(alice, '2026-02-23T14:00:00Z', '2026-03-02T10:00:00Z'),
      shift(bob, '2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z', overridden),
      shift(alice, '2026-03-02T12:00:00Z', handOff),
      shift(bob, handOff, '2026-03-09T13:00:00Z'),
    ],
  });
  const preview = await call('ListPreviewRotationShifts', {
    RotationStartTime: settings.StartTime,
    Members: ['alice', 'bob'],
    TimeZoneId: settings.TimeZoneId,
    Recurrence,
    ...range,
  });
  expect(preview['RotationShifts']).toMatchObject([
    { ContactIds: ['alice'], EndTime: new Date(handOff) },
    { ContactIds: ['bob'], StartTime: new Date(handOff) },
  ]);
  return { arn, override };
}
