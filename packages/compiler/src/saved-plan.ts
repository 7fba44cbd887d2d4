/**
 * Changes as plain data that can be kept: what would be done and why, and what would be lost by it,
 * without addresses and without places in the source. Two plans are one plan where these are equal.
 */
import { type Change, describeReason } from './difference/change.ts';
import type { LiveChannel, LiveContact, LiveRotation, LiveState } from './live-state.ts';
import { maskAddress } from './mask-address.ts';

export interface SavedChange {
  readonly id: string;
  readonly kind: string;
  readonly action: string;
  readonly reasons: readonly string[];
  readonly calls: readonly SavedCall[];
}

export interface SavedCall {
  readonly operation: string;
  /** Addresses are masked. */
  readonly input: object;
  /** Of a deletion: what is there, so that it takes nothing that nobody has seen. */
  readonly deletes?: object;
}

/** What is kept as it is has no part in it: nothing is done about it. */
export function savedChanges(changes: readonly Change[], live: LiveState): readonly SavedChange[] {
  const contentsOf = createContents(live);
  return changes
    .filter(({ action }) => action !== 'kept')
    .map(({ id, kind, action, reasons, calls }) => ({
      id,
      kind,
      action,
      reasons: reasons.map(describeReason),
      calls: calls.map(({ operation, input, deletes }) => {
        const contents = deletes === undefined ? undefined : contentsOf(deletes);
        const masked = withAddresses(input, maskAddress) as object;
        return { operation, input: masked, ...(contents !== undefined && { deletes: contents }) };
      }),
    }));
}

/** What is not in two plans alike. */
export interface Moved {
  readonly id: string;
  /** Undefined where the plan of before, or that of now, has no such change. */
  readonly planned: SavedChange | undefined;
  readonly now: SavedChange | undefined;
}

export function movedChanges(
  planned: readonly SavedChange[],
  now: readonly SavedChange[],
): readonly Moved[] {
  const nowById = new Map(now.map((change) => [change.id, change]));
  const plannedIds = new Set(planned.map(({ id }) => id));
  return [
    ...planned.flatMap((change): readonly Moved[] => {
      const other = nowById.get(change.id);
      // Plain data whose members are always made in the same order.
      if (JSON.stringify(change) === JSON.stringify(other)) return [];
      return [{ id: change.id, planned: change, now: other }];
    }),
    ...now.flatMap((change): readonly Moved[] =>
      plannedIds.has(change.id) ? [] : [{ id: change.id, planned: undefined, now: change }],
    ),
  ];
}

/** The addresses that changes send, and those that they take away, as they are; in a stable order. */
export function addressesOf(changes: readonly Change[], live: LiveState): readonly string[] {
  const channels = new Map(
    live.contacts.flatMap((contact) => [
      [contact.arn, contact.channels] as const,
      ...contact.channels.map((channel) => [channel.arn, [channel]] as const),
    ]),
  );
  return changes.flatMap(({ calls }) =>
    calls.flatMap(({ input, deletes }) => {
      const found: string[] = [];
      withAddresses(input, (address) => {
        found.push(address);
        return address;
      });
      const { ContactChannelId } = input as { readonly ContactChannelId?: string };
      const taken = channels.get(deletes ?? ContactChannelId ?? '') ?? [];
      for (const { address } of taken.toSorted(byArn)) {
        found.push(address);
      }
      return found;
    }),
  );
}

function createContents(live: LiveState): (arn: string) => object | undefined {
  const contents = new Map<string, () => object>();
  for (const contact of live.contacts) {
    contents.set(contact.arn, () => contactContents(contact));
    for (const channel of contact.channels) {
      contents.set(channel.arn, () => channelContents(channel));
    }
  }
  for (const rotation of live.rotations) {
    contents.set(rotation.arn, () => rotationContents(rotation));
  }
  return (arn) => contents.get(arn)?.();
}

/** Lists that the service may tell in any order are sorted. */
function contactContents({ displayName, plan, tags, channels }: LiveContact): object {
  return {
    displayName: displayName ?? '',
    plan,
    tags: sortedTags(tags),
    channels: channels.toSorted(byArn).map(channelContents),
  };
}

function byArn(one: LiveChannel, other: LiveChannel): number {
  return one.arn < other.arn ? -1 : 1;
}

/** Whether it is activated is no matter: that comes with time. */
function channelContents({ name, type, address }: LiveChannel): object {
  return { name, type, address: maskAddress(address) };
}

/** Nor is it whether an override has ended. */
function rotationContents(rotation: LiveRotation): object {
  const { name, contactIds, startTime, timeZoneId, recurrence, tags, overrides } = rotation;
  return {
    name,
    contactIds,
    startTime,
    timeZoneId,
    recurrence,
    tags: sortedTags(tags),
    overrides: overrides
      .map(({ id, contactIds, startTime, endTime }) => ({ id, contactIds, startTime, endTime }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  };
}

function sortedTags(tags: LiveContact['tags']): LiveContact['tags'] {
  return Object.fromEntries(Object.entries(tags).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A copy of an input in which each address is another. */
function withAddresses(value: unknown, map: (address: string) => string, member = ''): unknown {
  if (member === 'SimpleAddress' && typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => withAddresses(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withAddresses(part, map, name)]),
  );
}
