/** What calls to the service do to what an account holds, as far as it can be known beforehand. */
import type { LiveChannel, LiveContact, LiveRotation, LiveState } from './live-state.ts';
import type {
  CreateContactChannelInput,
  CreateContactInput,
  CreateRotationInput,
  CreateRotationOverrideInput,
  Tag,
  UpdateContactInput,
} from './wire.ts';

/** By ARN, and changed from call to call. */
export interface Holdings {
  readonly contacts: Map<string, LiveContact>;
  readonly rotations: Map<string, LiveRotation>;
}

export function holdingsOf({ contacts, rotations }: LiveState): Holdings {
  return {
    contacts: new Map(contacts.map((each) => [each.arn, each])),
    rotations: new Map(rotations.map((each) => [each.arn, each])),
  };
}

/**
 * Does what a call does. `made` is the ARN of what it makes, of an override its id. What is not in
 * the holdings stays out of them. Returns the ARNs of contacts and rotations that are not as they
 * were.
 */
export function perform(
  holdings: Holdings,
  operation: string,
  input: object,
  made: string,
): readonly string[] {
  return effects[operation]?.(holdings, input as never, made) ?? [];
}

type Effect = (holdings: Holdings, input: never, made: string) => readonly string[];

const effects: Readonly<Record<string, Effect>> = {
  CreateContact: ({ contacts }, input: CreateContactInput, made) => {
    contacts.set(made, {
      arn: made,
      alias: input.Alias,
      type: input.Type,
      displayName: input.DisplayName,
      plan: input.Plan,
      tags: record(input.Tags),
      channels: [],
    });
    return [made];
  },
  UpdateContact: ({ contacts }, input: UpdateContactInput) =>
    change(contacts, input.ContactId, (was) => ({
      displayName: input.DisplayName ?? was.displayName,
      plan: input.Plan ?? was.plan,
    })),
  DeleteContact: ({ contacts }, { ContactId }: { readonly ContactId: string }) =>
    contacts.delete(ContactId) ? [ContactId] : [],
  CreateContactChannel: ({ contacts }, input: CreateContactChannelInput, made) => {
    const channel: LiveChannel = {
      arn: made,
      name: input.Name,
      type: input.Type,
      address: input.DeliveryAddress.SimpleAddress,
      activated: false,
    };
    return change(contacts, input.ContactId, ({ channels }) => ({
      channels: [...channels, channel],
    }));
  },
  UpdateContactChannel: (
    { contacts },
    input: Partial<CreateContactChannelInput> & { readonly ContactChannelId: string },
  ) =>
    changeChannel(contacts, input.ContactChannelId, (was) => [
      {
        ...was,
        name: input.Name ?? was.name,
        address: input.DeliveryAddress?.SimpleAddress ?? was.address,
      },
    ]),
  DeleteContactChannel: ({ contacts }, input: { readonly ContactChannelId: string }) =>
    changeChannel(contacts, input.ContactChannelId, () => []),
  CreateRotation: ({ rotations }, input: CreateRotationInput, made) => {
    rotations.set(made, {
      arn: made,
      name: input.Name,
      contactIds: input.ContactIds,
      startTime: input.StartTime,
      timeZoneId: input.TimeZoneId,
      recurrence: input.Recurrence,
      tags: record(input.Tags),
      overrides: [],
    });
    return [made];
  },
  UpdateRotation: (
    { rotations },
    input: Partial<CreateRotationInput> & { readonly RotationId: string },
  ) =>
    change(rotations, input.RotationId, (was) => ({
      contactIds: input.ContactIds ?? was.contactIds,
      startTime: input.StartTime ?? was.startTime,
      timeZoneId: input.TimeZoneId ?? was.timeZoneId,
      recurrence: input.Recurrence ?? was.recurrence,
    })),
  // The service takes it out of schedules, and only there.
  DeleteRotation: ({ contacts, rotations }, { RotationId }: { readonly RotationId: string }) => {
    const schedules = [...contacts.values()].flatMap(({ arn, plan }) =>
      'RotationIds' in plan && plan.RotationIds.includes(RotationId)
        ? change(contacts, arn, () => ({
            plan: { ...plan, RotationIds: plan.RotationIds.filter((each) => each !== RotationId) },
          }))
        : [],
    );
    return rotations.delete(RotationId) ? [RotationId, ...schedules] : schedules;
  },
  CreateRotationOverride: ({ rotations }, input: CreateRotationOverrideInput, made) => {
    const { NewContactIds, StartTime, EndTime } = input;
    const override = {
      id: made,
      contactIds: NewContactIds,
      startTime: StartTime,
      endTime: EndTime,
    };
    return change(rotations, input.RotationId, ({ overrides }) => ({
      overrides: [...overrides, { ...override, ours: true }],
    }));
  },
  DeleteRotationOverride: (
    { rotations },
    input: { readonly RotationId: string; readonly RotationOverrideId: string },
  ) =>
    change(rotations, input.RotationId, ({ overrides }) => ({
      overrides: overrides.filter(({ id }) => id !== input.RotationOverrideId),
    })),
  TagResource: (holdings, input: { readonly ResourceARN: string; readonly Tags: readonly Tag[] }) =>
    changeTags(holdings, input.ResourceARN, (tags) => ({ ...tags, ...record(input.Tags) })),
  UntagResource: (
    holdings,
    input: { readonly ResourceARN: string; readonly TagKeys: readonly string[] },
  ) =>
    changeTags(holdings, input.ResourceARN, (tags) =>
      Object.fromEntries(Object.entries(tags).filter(([key]) => !input.TagKeys.includes(key))),
    ),
};

function change<T>(
  items: Map<string, T>,
  arn: string,
  changed: (was: T) => Partial<T>,
): readonly string[] {
  const was = items.get(arn);
  if (was === undefined) return [];
  items.set(arn, { ...was, ...changed(was) });
  return [arn];
}

function changeChannel(
  contacts: Map<string, LiveContact>,
  channelArn: string,
  changed: (was: LiveChannel) => readonly LiveChannel[],
): readonly string[] {
  for (const contact of contacts.values()) {
    if (!contact.channels.some(({ arn }) => arn === channelArn)) continue;
    return change(contacts, contact.arn, ({ channels }) => ({
      channels: channels.flatMap((each) => (each.arn === channelArn ? changed(each) : [each])),
    }));
  }
  return [];
}

type Tags = Readonly<Record<string, string>>;

function changeTags(
  { contacts, rotations }: Holdings,
  arn: string,
  changed: (tags: Tags) => Tags,
): readonly string[] {
  const retag = ({ tags }: { readonly tags: Tags }) => ({ tags: changed(tags) });
  return [...change(contacts, arn, retag), ...change(rotations, arn, retag)];
}

function record(tags: readonly Tag[]): Tags {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
