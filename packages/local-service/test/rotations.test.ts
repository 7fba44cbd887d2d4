import { describe, expect, it } from 'vitest';
import { DAILY, PREFIX, startTestService } from './service.ts';

describe('rotations', () => {
  it('are made, read, listed, changed and deleted', async () => {
    const service = await startTestService();
    const [alice, bob] = [await service.person('alice'), await service.person('bob')];
    const RotationId = await service.rotation('primary', [alice, bob]);
    expect(RotationId).toMatch(
      /^arn:aws:ssm-contacts:us-east-1:111122223333:rotation\/[0-9a-f-]{36}$/,
    );
    const rotation = {
      RotationArn: RotationId,
      Name: 'primary',
      ContactIds: [alice, bob],
      StartTime: 1_796_115_600,
      TimeZoneId: 'Europe/Berlin',
      Recurrence: DAILY,
    };
    expect(await service.call('GetRotation', { RotationId })).toEqual(rotation);
    expect(await service.call('ListRotations', {})).toEqual({ Rotations: [rotation] });

    const HandOffTime = { HourOfDay: 10, MinuteOfHour: 30 };
    const Recurrence = {
      NumberOfOnCalls: 2,
      RecurrenceMultiplier: 3,
      WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime }],
      ShiftCoverages: { FRI: [{ Start: HandOffTime, End: { HourOfDay: 9, MinuteOfHour: 0 } }] },
    } as const;
    await service.call('UpdateRotation', { RotationId, Recurrence });
    expect(await service.call('GetRotation', { RotationId })).toEqual({ ...rotation, Recurrence });
    const rest = { ContactIds: [bob], StartTime: 1_796_115_600.25, TimeZoneId: 'UTC' };
    await service.call('UpdateRotation', { RotationId, Recurrence, ...rest });
    const changed = { ...rotation, Recurrence, ...rest };
    expect(await service.call('GetRotation', { RotationId })).toEqual(changed);

    expect(await service.call('DeleteRotation', { RotationId })).toEqual({});
    expect(await service.call('ListRotations', {})).toEqual({ Rotations: [] });
  });

  it('may share a name, and are listed in order of creation and by its beginning', async () => {
    const service = await startTestService();
    const alice = await service.person('alice');
    for (const name of ['two', 'one', 'two']) await service.rotation(name, [alice]);
    const names = async (input: object) =>
      (await service.call('ListRotations', input)).Rotations.map((rotation) => rotation.Name);
    expect(await names({})).toEqual(['two', 'one', 'two']);
    expect(await names({ RotationNamePrefix: 'tw' })).toEqual(['two', 'two']);
  });

  it('start now unless told when', async () => {
    const service = await startTestService({ now: () => 1_800_000_000_500 });
    const { RotationArn } = await service.call('CreateRotation', {
      Name: 'primary',
      ContactIds: [await service.person('alice')],
      TimeZoneId: 'UTC',
      Recurrence: DAILY,
    });
    const rotation = await service.call('GetRotation', { RotationId: RotationArn });
    expect(rotation.StartTime).toBe(1_800_000_000.5);
  });

  it('go out of all schedules when they are deleted, with their overrides and tags', async () => {
    const service = await startTestService();
    const alice = await service.person('alice');
    const [one, two] = [
      await service.rotation('one', [alice]),
      await service.rotation('two', [alice]),
    ];
    const schedule = async (Alias: string, RotationIds: string[]) =>
      (
        await service.call('CreateContact', {
          Alias,
          Type: 'ONCALL_SCHEDULE',
          Plan: { RotationIds },
        })
      ).ContactArn;
    const both = await schedule('both', [one, two]);
    const single = await schedule('single', [one]);
    await service.call('DeleteRotation', { RotationId: one });
    const plan = async (ContactId: string) =>
      (await service.call('GetContact', { ContactId })).Plan;
    expect(await plan(both)).toEqual({ RotationIds: [two] });
    expect(await plan(single)).toEqual({ RotationIds: [] });
  });

  it.each([
    ['GetRotation', {}],
    ['UpdateRotation', { Recurrence: DAILY }],
    ['DeleteRotation', {}],
    ['ListRotationOverrides', { StartTime: 0, EndTime: 1 }],
    ['CreateRotationOverride', { NewContactIds: [], StartTime: 0, EndTime: 1 }],
  ])('%s refuses one that does not exist with a ValidationException', async (operation, rest) => {
    const service = await startTestService();
    const RotationId = `${PREFIX}:rotation/3941dad2-d1cb-4f0e-abf7-406093714530`;
    expect(await service.fail(operation, { RotationId, ...rest })).toEqual({
      __type: 'ValidationException',
      Message: `Invalid value provided - Invalid resource Arn ${RotationId}`,
      Reason: 'FIELD_VALIDATION_FAILED',
      Fields: [{ Name: 'RotationId', Message: `Invalid resource Arn ${RotationId}` }],
    });
  });
});

describe('what a rotation may be', () => {
  const at = (HourOfDay: number, MinuteOfHour = 0) => ({ HourOfDay, MinuteOfHour });
  const basis = { NumberOfOnCalls: 1, RecurrenceMultiplier: 1 };
  const weekly = [{ DayOfWeek: 'MON', HandOffTime: at(9) }];
  const monthly = [{ DayOfMonth: 1, HandOffTime: at(9) }];
  const covered = (...windows: object[]) => ({
    Recurrence: { ...DAILY, ShiftCoverages: { MON: windows } },
  });
  const window = 'Recurrence.ShiftCoverages.MON[0]';

  it.each<readonly [string, object, readonly string[]]>([
    ['a daily one', {}, []],
    ['a weekly one', { Recurrence: { ...basis, WeeklySettings: weekly } }, []],
    ['a monthly one', { Recurrence: { ...basis, MonthlySettings: monthly } }, []],
    ['no hand-off', { Recurrence: basis }, ['Recurrence']],
    ['two kinds', { Recurrence: { ...DAILY, WeeklySettings: weekly } }, ['Recurrence']],
    ['a kind and an empty one', { Recurrence: { ...DAILY, WeeklySettings: [] } }, ['Recurrence']],
    [
      'an empty kind',
      { Recurrence: { ...basis, DailySettings: [] } },
      ['Recurrence.DailySettings'],
    ],
    ['a window', covered({ Start: at(9), End: at(17) }), []],
    ['a window past midnight', covered({ Start: at(23, 45), End: at(0, 15) }), []],
    ['a window of a day', covered({ Start: at(0), End: at(0) }), []],
    ['a short window', covered({ Start: at(9), End: at(9, 29) }), [window]],
    ['a short window past midnight', covered({ Start: at(23, 45), End: at(0, 14) }), [window]],
    ['a window without end', covered({ Start: at(9) }), [`${window}.End`]],
    ['a window without edges', covered({}), [`${window}.Start`, `${window}.End`]],
    ['an unknown zone', { TimeZoneId: 'Europe/Atlantis' }, ['TimeZoneId']],
    ['an offset for a zone', { TimeZoneId: '-05:00' }, ['TimeZoneId']],
    ['a member that is a plan', { ContactIds: [`${PREFIX}:contact/plan`] }, ['ContactIds[0]']],
    ['a member that is not there', { ContactIds: [`${PREFIX}:contact/x`] }, ['ContactIds[0]']],
    ['a member that lives elsewhere', { ContactIds: [`${PREFIX}:contact/director`] }, []],
    ['tags', { Tags: [{ Key: 'a' }, { Value: 'b' }] }, ['Tags[0].Value', 'Tags[1].Key']],
  ])('%s', async (_name, part, paths) => {
    const service = await startTestService({ externs: [`${PREFIX}:contact/director`] });
    const alice = await service.person('alice');
    const plan = { Alias: 'plan', Type: 'ESCALATION', Plan: { Stages: [] } } as const;
    await service.call('CreateContact', plan);
    const valid = { Name: 'r', ContactIds: [alice], TimeZoneId: 'UTC', Recurrence: DAILY };
    const input = { ...valid, ...part };
    if (paths.length === 0) {
      await service.call('CreateRotation', input);
      return;
    }
    expect(await service.fields('CreateRotation', input)).toEqual(paths);
    if ('Tags' in part) return;
    const RotationId = await service.rotation('r', [alice]);
    expect(
      await service.fields('UpdateRotation', { RotationId, Recurrence: DAILY, ...part }),
    ).toEqual(paths);
  });
});
