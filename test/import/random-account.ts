/**
 * Accounts as people leave them: odd aliases and names, blank plans, schedules without rotations,
 * overrides that overlap, and references to what was deleted.
 */
import fc from 'fast-check';

type Call = (operation: string, input: object) => Promise<Record<string, unknown>>;

const aliases = [
  'alice',
  'bob',
  'carol_the-2nd',
  '5m',
  '007',
  'contact',
  'stage',
  'a-b',
  'a_b',
  '-',
  '_x',
  '2nd-line',
  'contact-5m',
  'sre',
  'sre-2',
  `long-${'x'.repeat(240)}`,
] as const;

const displayName = fc.constantFrom(
  undefined,
  'Alice Example',
  'Ünïcode Näme',
  '日本 太郎',
  ' x.y-z_ 1 ',
  'two\u2028lines',
);
const channelNames = [
  'phone',
  'Phone',
  'alice-phone',
  'Work Phone',
  'é è',
  '5m',
  '12025550143',
  'mail',
  'notify',
] as const;
const addresses = {
  VOICE: ['+12065550100', '+12065550101', '+442079460000'],
  SMS: ['+12065550102', '+12065550103', '+12065550100'],
  EMAIL: ['alice@example.com', 'b.o.b+x@example.org', 'ü@example.com', 'ann@example.com'],
} as const;

/** None of these may be shown by anything. */
export const secrets = ['2065550', '2079460', 'alice@', 'b.o.b', 'ann@', 'x@y'];

/** True once in so many times, that is seldom enough for all else to be tried too. */
function seldom(times: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 1, max: times }).map((roll) => roll === times);
}

function mostly<T>(usual: readonly T[], odd: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

const tag = fc.tuple(
  mostly(['team', 'Cost_Center', 'a/b', '5m', 'tier'], ['oncall/name', 'oncall/x']),
  fc.constantFrom('sre', 'two words', 'q@w:z', 'ünï', '1'),
);
const tags = fc.record({
  written: fc.oneof(
    { weight: 20, arbitrary: fc.array(tag, { maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc
        .nat(2)
        .map((less) =>
          Array.from({ length: 50 - less }, (_, index): [string, string] => [`k${index}`, 'v']),
        ),
    },
  ),
  common: fc.boolean(),
  project: fc.oneof(
    { weight: 20, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant('payments') },
    { weight: 1, arbitrary: fc.constant('mine') },
  ),
});

const picks = fc.array(fc.nat(20), { maxLength: 3 });
const minutes = fc.constantFrom(0, 1, 5, 5, 10, 30);

const channel = fc.record({
  type: fc.constantFrom('VOICE' as const, 'SMS' as const, 'EMAIL' as const),
  name: fc.constantFrom(...channelNames),
  address: fc.nat(5),
  /** An address that the language takes for none. */
  odd: seldom(30),
  deleted: seldom(12),
});
const person = fc.record({
  displayName,
  tags,
  channels: fc.array(channel, { maxLength: 4, size: '+1' }),
  /** Several people take the first shape, so that they share their stages. */
  shape: fc.nat(2),
  stages: fc.array(
    fc.record({
      minutes,
      targets: fc.array(fc.tuple(fc.nat(9), fc.constantFrom(undefined, 0, 2, 60)), {
        maxLength: 3,
      }),
    }),
    { maxLength: 4, size: '+1' },
  ),
  deleted: seldom(12),
});

const clock = fc.record({
  HourOfDay: fc.integer({ min: 0, max: 23 }),
  MinuteOfHour: fc.constantFrom(0, 30, 59),
});
const day = fc.constantFrom('MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN');
const handOffs = fc.oneof(
  fc.array(clock, { minLength: 1, maxLength: 2 }).map((DailySettings) => ({ DailySettings })),
  fc
    .array(fc.record({ DayOfWeek: day, HandOffTime: clock }), { minLength: 1, maxLength: 3 })
    .map((WeeklySettings) => ({ WeeklySettings })),
  fc
    .array(fc.record({ DayOfMonth: fc.integer({ min: 1, max: 31 }), HandOffTime: clock }), {
      minLength: 1,
      maxLength: 2,
    })
    .map((MonthlySettings) => ({ MonthlySettings })),
);
const coverage = fc.option(
  fc.dictionary(
    day,
    fc.array(
      fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(1, 2, 20)).map(([from, hours]) => ({
        Start: { HourOfDay: from, MinuteOfHour: 0 },
        End: { HourOfDay: (from + hours) % 24, MinuteOfHour: 30 },
      })),
      { maxLength: 2 },
    ),
    { maxKeys: 4, noNullPrototype: true },
  ),
  { nil: undefined },
);

const hour = 3_600;
/** Of clock changes too: 2026-11-01 in New York, 2026-03-29 in Berlin. */
const start = fc.oneof(
  fc.constantFrom(1_767_625_200, 1_793_509_200, 1_793_512_800, 1_774_746_000, 1_793_512_837.25),
  fc.integer({ min: 0, max: 1_900_000_000 }),
);
const rotation = fc.record({
  name: fc.constantFrom('primary', 'Primary', 'SRE on call', 'x.y', '5m', 'a\tb', '2nd'),
  members: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
  zone: mostly(
    [
      'America/New_York',
      'Europe/Berlin',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'UTC',
      'US/Eastern',
    ],
    ['Etc/GMT-5', 'europe/berlin'],
  ),
  start,
  onCall: mostly([1], [2, 3]),
  every: fc.constantFrom(1, 1, 2, 100),
  handOffs,
  coverage,
  overrides: fc.array(
    fc.record({
      from: fc.oneof(
        fc.integer({ min: -300, max: 2_000 }).map((hours) => hours * hour),
        fc.integer({ min: -300 * hour, max: 2_000 * hour }),
      ),
      hours: fc.constantFrom(0.5, 1, 24, 700),
      members: picks,
    }),
    { maxLength: 4 },
  ),
  tags,
  deleted: seldom(15),
});

const schedule = fc.record({ displayName, tags, rotations: picks });
const plan = fc.record({
  displayName,
  tags,
  stages: fc.array(
    fc.record({ minutes, targets: fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 3 }) }),
    { maxLength: 4 },
  ),
  deleted: seldom(15),
});

export const arbitraryAccount = fc.record({
  order: fc.shuffledSubarray([...aliases], { minLength: aliases.length }),
  people: fc.array(person, { maxLength: 6, size: '+1' }),
  rotations: fc.array(rotation, { maxLength: 4 }),
  schedules: fc.array(schedule, { maxLength: 3 }),
  plans: fc.array(plan, { maxLength: 4 }),
  /** Of something made twice, so that nothing but its ARN tells the two apart. */
  twins: seldom(5),
});

export type AccountSpec = typeof arbitraryAccount extends fc.Arbitrary<infer Spec> ? Spec : never;

/** Makes the account, and deletes some of it again. Overrides lie about `now`, epoch seconds. */
export async function makeAccount(spec: AccountSpec, call: Call, now: number): Promise<void> {
  const names = [...spec.order];
  const nextAlias = () => names.pop() ?? 'none-left';
  const doomed: (() => Promise<unknown>)[] = [];

  const people: string[] = [];
  const [first] = spec.people;
  for (const each of spec.people) {
    const alias = nextAlias();
    const { ContactArn } = await call('CreateContact', {
      Alias: alias,
      DisplayName: each.displayName,
      Type: 'PERSONAL',
      Plan: { Stages: [] },
      Tags: tagsOf(each.tags),
    });
    const contact = ContactArn as string;
    people.push(contact);
    const shape = each.shape > 0 && first !== undefined ? first : each;
    const channels: string[] = [];
    for (const { type, name, address, odd, deleted } of shape.channels) {
      const choices = odd && type === 'EMAIL' ? ['x@y'] : addresses[type];
      const answer = await call('CreateContactChannel', {
        ContactId: contact,
        Name: name,
        Type: type,
        DeliveryAddress: { SimpleAddress: choices[address % choices.length] },
      });
      const channel = answer['ContactChannelArn'] as string;
      channels.push(channel);
      if (deleted) doomed.push(() => call('DeleteContactChannel', { ContactChannelId: channel }));
    }
    const stages = shape.stages.map(({ minutes, targets }) => ({
      minutes,
      targets:
        channels.length === 0
          ? []
          : targets.map(([pick, retry]) => ({
              ChannelTargetInfo: {
                ContactChannelId: channels[pick % channels.length],
                ...(retry === undefined ? {} : { RetryIntervalInMinutes: retry }),
              },
            })),
    }));
    await call('UpdateContact', { ContactId: contact, Plan: { Stages: wireStages(stages) } });
    if (each.deleted) doomed.push(() => call('DeleteContact', { ContactId: contact }));
  }

  const rotations: string[] = [];
  if (people.length > 0) {
    const made = spec.twins ? spec.rotations.flatMap((each) => [each, each]) : spec.rotations;
    for (const each of made) {
      const { RotationArn } = await call('CreateRotation', {
        Name: each.name,
        ContactIds: pickFrom(people, each.members),
        StartTime: each.start,
        TimeZoneId: each.zone,
        Recurrence: {
          NumberOfOnCalls: each.onCall,
          RecurrenceMultiplier: each.every,
          ...each.handOffs,
          ...(each.coverage === undefined ? {} : { ShiftCoverages: each.coverage }),
        },
        Tags: tagsOf(each.tags),
      });
      const arn = RotationArn as string;
      rotations.push(arn);
      for (const { from, hours, members } of each.overrides) {
        await call('CreateRotationOverride', {
          RotationId: arn,
          NewContactIds: [...new Set(pickFrom(people, members))],
          StartTime: now + from,
          EndTime: now + from + hours * hour,
        });
      }
      if (each.deleted) doomed.push(() => call('DeleteRotation', { RotationId: arn }));
    }
  }

  const pageable = [...people];
  for (const each of spec.schedules) {
    const { ContactArn } = await call('CreateContact', {
      Alias: nextAlias(),
      DisplayName: each.displayName,
      Type: 'ONCALL_SCHEDULE',
      Plan: { RotationIds: pickFrom(rotations, each.rotations) },
      Tags: tagsOf(each.tags),
    });
    pageable.push(ContactArn as string);
  }
  for (const each of spec.plans) {
    const stages = each.stages.map(({ minutes, targets }) => ({
      minutes,
      targets:
        pageable.length === 0
          ? []
          : targets.map(([pick, essential]) => ({
              ContactTargetInfo: {
                ContactId: pageable[pick % pageable.length],
                IsEssential: essential,
              },
            })),
    }));
    const { ContactArn } = await call('CreateContact', {
      Alias: nextAlias(),
      DisplayName: each.displayName,
      Type: 'ESCALATION',
      Plan: { Stages: wireStages(stages) },
      Tags: tagsOf(each.tags),
    });
    if (each.deleted) doomed.push(() => call('DeleteContact', { ContactId: ContactArn }));
  }
  // A person in a rotation can't be deleted: then they stay.
  for (const remove of doomed) await remove().catch(() => {});
}

/** What the service refuses is left out: a stage that neither waits nor notifies. */
function wireStages(stages: readonly { minutes: number; targets: readonly object[] }[]) {
  return stages
    .filter(({ minutes, targets }) => minutes > 0 || targets.length > 0)
    .map(({ minutes, targets }) => ({ DurationInMinutes: minutes, Targets: targets }));
}

function pickFrom(from: readonly string[], numbers: readonly number[]): readonly string[] {
  return from.length === 0 ? [] : numbers.map((pick) => from[pick % from.length] ?? '');
}

function tagsOf({
  written,
  common,
  project,
}: {
  readonly written: readonly (readonly [string, string])[];
  readonly common: boolean;
  readonly project: string | undefined;
}) {
  const all = new Map(written);
  if (common && all.size < 45) all.set('everywhere', 'yes');
  if (project !== undefined && all.size < 50) all.set('oncall/project', project);
  return [...all].map(([Key, Value]) => ({ Key, Value }));
}
