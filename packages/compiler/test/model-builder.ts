/** Builds models from a short notation, for tests that need no source text. */
import type {
  Contact,
  CoverageWindow,
  Extern,
  HandOffs,
  Model,
  Origin,
  Person,
  Plan,
  Reference,
  Rotation,
  Schedule,
  Tag,
  Value,
} from '@oncall/language';

interface ProjectSpec {
  readonly name?: string;
  /** A text, or `$NAME`; so for all values. */
  readonly account?: string;
  readonly region?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

interface AliasedSpec {
  readonly name: string;
  readonly alias?: string;
  readonly displayName?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ChannelSpec {
  readonly name: string;
  readonly type: 'voice' | 'sms' | 'email';
  readonly address: string;
  readonly label?: string;
  readonly deferred?: boolean;
}

export interface ContactSpec extends AliasedSpec {
  readonly channels?: readonly ChannelSpec[];
  /** Minutes, then targets: `phone` or `phone retry 2`. */
  readonly stages?: readonly (readonly [number, ...string[]])[];
}

export interface PlanSpec extends AliasedSpec {
  /** Minutes, then targets: `alice` or `alice essential`. */
  readonly stages: readonly (readonly [number, ...string[]])[];
}

export interface ScheduleSpec extends AliasedSpec {
  readonly rotations: readonly string[];
}

export interface OverrideSpec {
  readonly start: number;
  readonly end: number;
  readonly written?: string;
  readonly members: readonly string[];
}

export interface RotationSpec {
  readonly name: string;
  readonly label?: string;
  readonly zone?: string;
  readonly start?: number;
  readonly members: readonly string[];
  readonly onCall?: number;
  readonly every?: number;
  readonly handOffs?: WithoutOrigin<HandOffs>;
  readonly coverage?: readonly WithoutOrigin<CoverageWindow>[];
  readonly overrides?: readonly OverrideSpec[];
  readonly tags?: Readonly<Record<string, string>>;
}

type WithoutOrigin<T> = T extends unknown ? Omit<T, 'origin'> : never;

export interface ModelSpec {
  readonly project?: ProjectSpec;
  readonly contacts?: readonly ContactSpec[];
  readonly plans?: readonly PlanSpec[];
  readonly schedules?: readonly ScheduleSpec[];
  readonly rotations?: readonly RotationSpec[];
  readonly externs?: Readonly<Record<string, string>>;
}

export function buildModel(spec: ModelSpec): Model {
  const refer = (name: string): Reference<'contact' | 'schedule' | 'extern'> => ({
    kind: spec.contacts?.some((contact) => contact.name === name)
      ? 'contact'
      : spec.schedules?.some((schedule) => schedule.name === name)
        ? 'schedule'
        : 'extern',
    name,
    origin: origin(`@${name}`),
  });
  return {
    project: spec.project && {
      name: spec.project.name ?? 'acme',
      origin: origin('project'),
      account: spec.project.account === undefined ? undefined : value(spec.project.account),
      region: spec.project.region === undefined ? undefined : value(spec.project.region),
      tags: tags(spec.project.tags),
    },
    contacts: byName((spec.contacts ?? []).map(contact)),
    plans: byName((spec.plans ?? []).map((each) => plan(each, refer))),
    schedules: byName((spec.schedules ?? []).map(schedule)),
    rotations: byName((spec.rotations ?? []).map((each) => rotation(each, refer))),
    externs: byName(
      Object.entries(spec.externs ?? {}).map(
        ([name, arn]): Extern => ({
          kind: 'extern',
          name,
          origin: origin(`extern ${name}`),
          arn: value(arn),
        }),
      ),
    ),
    tests: [],
  };
}

/** Each call makes another place; its piece's text says what stands there. */
export function origin(text: string): Origin {
  return { piece: { text }, start: 0, end: text.length };
}

function contact(spec: ContactSpec): Contact {
  return {
    kind: 'contact',
    ...aliased(spec, 'contact'),
    channels: (spec.channels ?? []).map((channel) => ({
      name: channel.name,
      origin: origin(`channel ${spec.name}.${channel.name}`),
      label: channel.label ?? channel.name,
      type: channel.type,
      address: value(channel.address),
      deferred: channel.deferred ?? false,
    })),
    stages: (spec.stages ?? []).map(([minutes, ...targets], index) => ({
      minutes,
      origin: origin(`stage ${spec.name}.${index}`),
      via: undefined,
      targets: targets.map((written) => {
        const [channel = '', , retry] = written.split(' ');
        return {
          channel,
          origin: origin(`notify ${written}`),
          retry:
            retry === undefined
              ? undefined
              : { value: Number(retry), origin: origin(`retry ${retry}`) },
        };
      }),
    })),
  };
}

function plan(spec: PlanSpec, refer: (name: string) => PlanReference): Plan {
  return {
    kind: 'plan',
    ...aliased(spec, 'plan'),
    stages: spec.stages.map(([minutes, ...targets], index) => ({
      minutes,
      origin: origin(`stage ${spec.name}.${index}`),
      targets: targets.map((written) => {
        const [name = '', essential] = written.split(' ');
        return { to: refer(name), essential: essential === 'essential' };
      }),
    })),
  };
}

type PlanReference = Reference<'contact' | 'schedule' | 'extern'>;

function schedule(spec: ScheduleSpec): Schedule {
  return {
    kind: 'schedule',
    ...aliased(spec, 'schedule'),
    rotations: spec.rotations.map((name) => ({
      kind: 'rotation',
      name,
      origin: origin(`rotation @${name}`),
    })),
  };
}

function rotation(spec: RotationSpec, refer: (name: string) => PlanReference): Rotation {
  const person = (name: string) => refer(name) as Person;
  return {
    kind: 'rotation',
    name: spec.name,
    origin: origin(`rotation ${spec.name}`),
    label: spec.label ?? spec.name,
    zone: { value: spec.zone ?? 'America/New_York', origin: origin('zone') },
    start: { value: spec.start ?? 1767625200, origin: origin('start') },
    members: spec.members.map(person),
    onCall: spec.onCall ?? 1,
    handOffs: {
      ...(spec.handOffs ?? weekly('mon', 9)),
      origin: origin('hand-off'),
    },
    every: spec.every ?? 1,
    coverage: (spec.coverage ?? []).map((window) => ({ ...window, origin: origin('cover') })),
    overrides: (spec.overrides ?? []).map((each) => ({
      start: { value: each.start, origin: origin('override start') },
      end: { value: each.end, origin: origin('override end') },
      written: each.written ?? new Date(each.start * 1000).toISOString().slice(0, 16),
      members: each.members.map(person),
      origin: origin('override'),
    })),
    tags: tags(spec.tags),
  };
}

export function weekly(day: 'mon' | 'fri', hour: number): WithoutOrigin<HandOffs> {
  return { kind: 'weekly', times: [{ day, time: { hour, minute: 0 } }] };
}

function aliased(spec: AliasedSpec, kind: string) {
  return {
    name: spec.name,
    origin: origin(`${kind} ${spec.name}`),
    alias: spec.alias ?? spec.name,
    displayName:
      spec.displayName === undefined
        ? undefined
        : { value: spec.displayName, origin: origin(`"${spec.displayName}"`) },
    tags: tags(spec.tags),
  };
}

function tags(record: Readonly<Record<string, string>> = {}): readonly Tag[] {
  return Object.entries(record).map(([key, text]) => ({
    key,
    value: text,
    origin: origin(`tag ${key}`),
  }));
}

function value(text: string): Value {
  return text.startsWith('$')
    ? { kind: 'variable', name: text.slice(1), origin: origin(text) }
    : { kind: 'text', text, origin: origin(text) };
}

function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}
