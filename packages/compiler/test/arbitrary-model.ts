/** Projects at random, small enough that two of them have much in common. */
import fc from 'fast-check';
import type {
  ChannelSpec,
  ContactSpec,
  ModelSpec,
  OverrideSpec,
  PlanSpec,
  RotationSpec,
  ScheduleSpec,
} from './model-builder.ts';
import { contactArn } from './service.ts';

/** An alias that is nobody's, and that projects refer to as an extern. */
export const director = 'director';

const aliases = ['ann', 'bob', 'cid', 'dot'] as const;
const rotationNames = ['primary', 'second'] as const;

const tags = fc.dictionary(fc.constantFrom('team', 'tier'), fc.constantFrom('sre', 'ops'), {
  maxKeys: 2,
  noNullPrototype: true,
});
const displayName = fc.constantFrom(undefined, 'One', 'Two');
const picks = fc.array(fc.nat(9), { maxLength: 3 });
const minutes = fc.constantFrom(1, 5, 10);
const stages = fc.array(fc.tuple(minutes, picks, fc.boolean()), { maxLength: 3 });

const channel = fc.option(
  fc.record({
    type: fc.constantFrom('voice' as const, 'sms' as const, 'email' as const),
    address: fc.constantFrom('+12065550100', '+12065550101', '+12065550102'),
    label: fc.constantFrom('Work', 'Home', undefined),
    deferred: fc.boolean(),
  }),
);
const channels = fc.record({ phone: channel, text: channel, mail: channel });

const declared = fc.record({
  kind: fc.constantFrom('absent', 'contact', 'contact', 'plan', 'schedule'),
  displayName,
  tags,
  channels,
  stages,
  picks,
});

const overrides = fc.array(fc.record({ slot: fc.nat(3), hours: fc.constantFrom(1, 2), picks }), {
  maxLength: 3,
});

const rotation = fc.option(
  fc.record({
    label: fc.constantFrom(undefined, 'Label one', 'Label two'),
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York'),
    start: fc.constantFrom(1767625200, 1767700000),
    picks,
    every: fc.constantFrom(1, 2),
    handOffs: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const),
    hour: fc.constantFrom(8, 9),
    coverage: fc.boolean(),
    overrides,
    tags,
  }),
);

export const arbitraryModel: fc.Arbitrary<ModelSpec> = fc
  .record({
    tags,
    knownAccount: fc.boolean(),
    aliased: fc.record({ ann: declared, bob: declared, cid: declared, dot: declared }),
    rotations: fc.record({ primary: rotation, second: rotation }),
  })
  .map((raw): ModelSpec => {
    const ofKind = (kind: string) => aliases.filter((alias) => raw.aliased[alias].kind === kind);
    const people = [...ofKind('contact'), director];
    const rotations = rotationNames.filter((name) => raw.rotations[name] !== null);
    const schedules = rotations.length === 0 ? [] : ofKind('schedule');
    const common = (name: (typeof aliases)[number]) => {
      const { displayName, tags } = raw.aliased[name];
      return { name, tags, ...(displayName !== undefined && { displayName }) };
    };

    return {
      project: {
        name: 'acme',
        tags: raw.tags,
        ...(raw.knownAccount && { account: '111122223333', region: 'us-east-2' }),
      },
      externs: { [director]: contactArn(director) },
      contacts: ofKind('contact').map((name): ContactSpec => {
        const own = raw.aliased[name];
        const channels = withoutTwins(
          Object.entries(own.channels).flatMap(([name, channel]): ChannelSpec[] => {
            if (channel === null) return [];
            const { label, ...rest } = channel;
            return [{ name, ...rest, ...(label !== undefined && { label }) }];
          }),
        );
        const names = channels.map((channel) => channel.name);
        return {
          ...common(name),
          channels,
          stages: own.stages.map(([minutes, picks, retry]) => [
            minutes,
            ...choose(names, picks).map((name) => (retry ? `${name} retry 2` : name)),
          ]),
        };
      }),
      plans: ofKind('plan').map(
        (name): PlanSpec => ({
          ...common(name),
          stages: raw.aliased[name].stages.map(([minutes, picks, essential]) => [
            minutes,
            ...choose([...people, ...schedules], picks).map((target) =>
              essential ? `${target} essential` : target,
            ),
          ]),
        }),
      ),
      schedules: schedules.map(
        (name): ScheduleSpec => ({
          ...common(name),
          rotations: atLeastOne(rotations, raw.aliased[name].picks),
        }),
      ),
      rotations: rotations.flatMap((name): RotationSpec[] => {
        const own = raw.rotations[name];
        if (own === null) return [];
        const { label, zone, start, every, tags } = own;
        return [
          {
            name,
            ...(label !== undefined && { label }),
            zone,
            start,
            every,
            tags,
            members: atLeastOne(people, own.picks),
            handOffs: handOffs(own.handOffs, own.hour),
            coverage: own.coverage ? [{ day: 'mon', start: time(own.hour), end: time(17) }] : [],
            overrides: distinctSlots(own.overrides).map(
              ({ slot, hours, picks }): OverrideSpec => ({
                start: slotStart(slot),
                end: slotStart(slot) + hours * 3600,
                members: choose(people, picks),
              }),
            ),
          },
        ];
      }),
    };
  });

/** Where the override of a slot starts, in epoch seconds; slots do not overlap. */
export function slotStart(slot: number): number {
  return 1770000000 + slot * 86400;
}

function handOffs(kind: 'daily' | 'weekly' | 'monthly', hour: number) {
  switch (kind) {
    case 'daily':
      return { kind, times: [time(hour), time(hour + 8)] };
    case 'weekly':
      return { kind, times: [{ day: 'mon' as const, time: time(hour) }] };
    case 'monthly':
      return { kind, times: [{ day: 1, time: time(hour) }] };
  }
}

function time(hour: number) {
  return { hour, minute: 0 };
}

function choose<T>(items: readonly T[], picks: readonly number[]): readonly T[] {
  if (items.length === 0) return [];
  return [...new Set(picks.map((pick) => items[pick % items.length] as T))];
}

function atLeastOne<T>(items: readonly T[], picks: readonly number[]): readonly T[] {
  return choose(items, picks.length === 0 ? [0] : picks);
}

/** Two channels alike in all can't be told apart once they are live, nor does anybody want them. */
function withoutTwins(channels: readonly ChannelSpec[]): readonly ChannelSpec[] {
  const key = ({ label, type, address }: ChannelSpec) => `${label} ${type} ${address}`;
  return [...new Map(channels.map((each) => [key(each), each])).values()];
}

function distinctSlots<T extends { readonly slot: number }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.slot, item])).values()];
}
