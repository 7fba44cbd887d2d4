/** Small accounts, as they are read. */
import {
  type ContactPlan,
  type LiveChannel,
  type LiveContact,
  type LiveOverride,
  type LiveRotation,
  type LiveState,
  type Source,
  type SourceOptions,
  source,
} from '../../src/index.ts';

const start = 'arn:aws:ssm-contacts:us-east-2:111122223333:';

export function arnOf(alias: string): string {
  return `${start}contact/${alias}`;
}

export function rotationArn(id: string): string {
  return `${start}rotation/${id}`;
}

/** Channels by name; the first letter of the type is enough of an address. */
export function person(
  alias: string,
  channels: Readonly<Record<string, LiveChannel['type']>> = { phone: 'VOICE' },
  more: Partial<LiveContact> = {},
): LiveContact {
  const made = Object.entries(channels).map(([name, type], index) => ({
    arn: channelArn(alias, name),
    name,
    type,
    address: type === 'EMAIL' ? `${alias}@example.com` : `+1206555010${index}`,
    activated: true,
  }));
  const [first] = Object.keys(channels);
  const plan = { Stages: first === undefined ? [] : [stage(5, alias, first)] };
  return {
    arn: arnOf(alias),
    alias,
    type: 'PERSONAL',
    displayName: undefined,
    plan,
    tags: {},
    channels: made,
    ...more,
  };
}

function channelArn(alias: string, name: string): string {
  return `${start}contact-channel/${alias}/${name}`;
}

/** A stage of a person. */
export function stage(minutes: number, alias: string, ...channels: readonly string[]) {
  return {
    DurationInMinutes: minutes,
    Targets: channels.map((name) => ({
      ChannelTargetInfo: { ContactChannelId: channelArn(alias, name) },
    })),
  };
}

/** A plan that pages people or schedules, all in one stage. */
export function plan(alias: string, to: readonly string[], more: Partial<LiveContact> = {}) {
  const targets = to.map((ContactId) => ({ ContactTargetInfo: { ContactId, IsEssential: true } }));
  const stages: ContactPlan = { Stages: [{ DurationInMinutes: 5, Targets: targets }] };
  return { ...person(alias, {}, { type: 'ESCALATION', plan: stages }), ...more };
}

export function schedule(alias: string, ...rotations: readonly string[]): LiveContact {
  return person(alias, {}, { type: 'ONCALL_SCHEDULE', plan: { RotationIds: rotations } });
}

export function rotation(
  id: string,
  members: readonly string[],
  more: Partial<LiveRotation> = {},
): LiveRotation {
  return {
    arn: rotationArn(id),
    name: id,
    contactIds: members.map(arnOf),
    startTime: 1_767_622_200,
    timeZoneId: 'UTC',
    recurrence: {
      NumberOfOnCalls: 1,
      RecurrenceMultiplier: 1,
      DailySettings: [{ HourOfDay: 9, MinuteOfHour: 0 }],
    },
    tags: {},
    overrides: [],
    ...more,
  };
}

export function override(
  id: string,
  startTime: number,
  endTime: number,
  members: readonly string[] = [],
  ended = false,
): LiveOverride {
  return { id, contactIds: members.map(arnOf), startTime, endTime, ours: false, ended };
}

export function account(...all: readonly (LiveContact | LiveRotation)[]): LiveState {
  return {
    contacts: all.filter((each): each is LiveContact => 'alias' in each),
    rotations: all.filter((each): each is LiveRotation => !('alias' in each)),
  };
}

export function sourceOf(live: LiveState, options: Partial<SourceOptions> = {}): Source {
  return source(live, {
    project: 'acme',
    account: '111122223333',
    region: 'us-east-2',
    inline: false,
    only: [],
    variable: () => undefined,
    ...options,
  });
}

/** The text of a file; empty where there is none. */
export function fileOf(made: Source, name: string): string {
  return made.files.get(`${name}.oncall`) ?? '';
}
