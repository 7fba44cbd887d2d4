import { type Account, account } from './account.ts';

/** Two people who are reached alike, a rotation, a schedule, and a plan that still names a person who left. */
export async function grown(): Promise<Account> {
  const found = await account();
  const { call } = found;
  const tag = [{ Key: 'team', Value: 'sre' }];
  const create = async (Type: string, Alias: string, Plan: object, more: object = {}) => {
    const made = await call('CreateContact', { Alias, Type, Plan, Tags: tag, ...more });
    return made['ContactArn'] as string;
  };
  const person = async (alias: string, name: string, number: string) => {
    const arn = await create('PERSONAL', alias, { Stages: [] }, { DisplayName: `${name} Example` });
    const channel = async (Name: string, Type: string, SimpleAddress: string) => {
      const input = { ContactId: arn, Name, Type, DeliveryAddress: { SimpleAddress } };
      return (await call('CreateContactChannel', input))['ContactChannelArn'];
    };
    const phone = await channel(`${name} phone`, 'VOICE', `+1206555010${number}`);
    const mail = await channel(`${name} mail`, 'EMAIL', `${alias}@example.com`);
    const stage = (DurationInMinutes: number, ContactChannelId: unknown, retry?: number) => ({
      DurationInMinutes,
      Targets: [{ ChannelTargetInfo: { ContactChannelId, RetryIntervalInMinutes: retry } }],
    });
    const Plan = { Stages: [stage(5, phone, 2), stage(10, mail)] };
    await call('UpdateContact', { ContactId: arn, Plan });
    return arn;
  };
  const alice = await person('alice', 'Alice', '0');
  const bob = await person('bob_2', 'Bob', '1');
  const director = await create('PERSONAL', 'director', { Stages: [] });
  const rotation = await call('CreateRotation', {
    Name: 'SRE primary',
    ContactIds: [alice, bob],
    StartTime: Date.UTC(2026, 0, 5, 14) / 1_000,
    TimeZoneId: 'America/New_York',
    Recurrence: {
      NumberOfOnCalls: 1,
      RecurrenceMultiplier: 2,
      WeeklySettings: [{ DayOfWeek: 'MON', HandOffTime: { HourOfDay: 9, MinuteOfHour: 0 } }],
      ShiftCoverages: Object.fromEntries(
        ['MON', 'TUE', 'WED'].map((day) => [
          day,
          [{ Start: { HourOfDay: 8, MinuteOfHour: 0 }, End: { HourOfDay: 20, MinuteOfHour: 0 } }],
        ]),
      ),
    },
    Tags: tag,
  });
  const schedule = await create('ONCALL_SCHEDULE', 'sre-oncall', {
    RotationIds: [rotation['RotationArn']],
  });
  const target = (ContactId: string, IsEssential: boolean) => ({
    ContactTargetInfo: { ContactId, IsEssential },
  });
  await create('ESCALATION', 'sre', {
    Stages: [
      { DurationInMinutes: 5, Targets: [target(schedule, true)] },
      { DurationInMinutes: 10, Targets: [target(alice, true), target(director, false)] },
    ],
  });
  await create('ESCALATION', 'draft', { Stages: [] });
  await call('DeleteContact', { ContactId: director });
  return found;
}
