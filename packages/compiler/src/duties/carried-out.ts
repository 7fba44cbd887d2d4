/** The live state as it would be once changes are carried out, as far as rotations and schedules go. */
import type { Change } from '../difference/change.ts';
import type { LiveContact, LiveRotation, LiveState } from '../live-state.ts';
import { resolve } from '../resolve.ts';
import { steps } from '../steps.ts';
import type {
  ContactPlan,
  CreateContactInput,
  CreateRotationInput,
  CreateRotationOverrideInput,
  Tag,
} from '../wire.ts';

/** Steps tell it, so what is blocked or kept is as it was. What is made has its id for an ARN. */
export function carriedOut(live: LiveState, changes: readonly Change[]): LiveState {
  const state: State = {
    schedules: new Map(live.contacts.map((each) => [each.arn, each])),
    rotations: new Map(live.rotations.map((each) => [each.arn, each])),
  };
  for (const { id, operation, input } of steps(changes)) {
    const effect = effects[operation];
    effect?.(state, resolve(input, (made) => made) as never, id);
  }
  return { contacts: [...state.schedules.values()], rotations: [...state.rotations.values()] };
}

interface State {
  readonly schedules: Map<string, LiveContact>;
  readonly rotations: Map<string, LiveRotation>;
}

type Effect = (state: State, input: never, id: string) => void;

const effects: Readonly<Record<string, Effect>> = {
  CreateContact: ({ schedules }, { Alias, Type, Plan }: CreateContactInput, id) => {
    const rest = { displayName: undefined, tags: {}, channels: [] };
    schedules.set(id, { arn: id, alias: Alias, type: Type, plan: Plan, ...rest });
  },
  UpdateContact: ({ schedules }, input: { ContactId: string; Plan?: ContactPlan }) => {
    change(schedules, input.ContactId, ({ plan }) => ({ plan: input.Plan ?? plan }));
  },
  DeleteContact: ({ schedules }, { ContactId }: { ContactId: string }) => {
    schedules.delete(ContactId);
  },
  CreateRotation: ({ rotations }, input: CreateRotationInput, id) => {
    rotations.set(id, {
      arn: id,
      name: input.Name,
      contactIds: input.ContactIds,
      startTime: input.StartTime,
      timeZoneId: input.TimeZoneId,
      recurrence: input.Recurrence,
      tags: record(input.Tags),
      overrides: [],
    });
  },
  UpdateRotation: (
    { rotations },
    input: Partial<CreateRotationInput> & { readonly RotationId: string },
  ) => {
    change(rotations, input.RotationId, (was) => ({
      contactIds: input.ContactIds ?? was.contactIds,
      startTime: input.StartTime ?? was.startTime,
      timeZoneId: input.TimeZoneId ?? was.timeZoneId,
      recurrence: input.Recurrence ?? was.recurrence,
    }));
  },
  DeleteRotation: ({ rotations }, { RotationId }: { RotationId: string }) => {
    rotations.delete(RotationId);
  },
  CreateRotationOverride: ({ rotations }, input: CreateRotationOverrideInput, id) => {
    const { NewContactIds, StartTime, EndTime } = input;
    const made = { id, contactIds: NewContactIds, startTime: StartTime, endTime: EndTime };
    change(rotations, input.RotationId, ({ overrides }) => ({
      overrides: [...overrides, { ...made, ours: true }],
    }));
  },
  DeleteRotationOverride: (
    { rotations },
    input: { readonly RotationId: string; readonly RotationOverrideId: string },
  ) => {
    change(rotations, input.RotationId, ({ overrides }) => ({
      overrides: overrides.filter(({ id }) => id !== input.RotationOverrideId),
    }));
  },
  TagResource: ({ rotations }, input: { ResourceARN: string; Tags: readonly Tag[] }) => {
    change(rotations, input.ResourceARN, ({ tags }) => ({
      tags: { ...tags, ...record(input.Tags) },
    }));
  },
};

function change<T>(items: Map<string, T>, arn: string, changed: (was: T) => Partial<T>): void {
  const was = items.get(arn);
  if (was !== undefined) items.set(arn, { ...was, ...changed(was) });
}

function record(tags: readonly Tag[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
