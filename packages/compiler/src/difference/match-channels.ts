import type { LiveChannel } from '../live-state.ts';
import type { ChannelResource } from '../resource.ts';

export interface ChannelMatch {
  /** By the id of the resource. */
  readonly stays: ReadonlyMap<string, LiveChannel>;
  readonly goes: readonly LiveChannel[];
}

/**
 * Pairs the channels of one contact with those it has. A channel made anew costs a person a new
 * activation, so all that can be updated is: what has kept its name or its address first, then
 * whatever is of the same type.
 */
export function matchChannels(
  resources: readonly ChannelResource[],
  live: readonly LiveChannel[],
): ChannelMatch {
  const stays = new Map<string, LiveChannel>();
  const goes = new Set(live);
  for (const alike of likenesses) {
    for (const resource of resources) {
      if (stays.has(resource.id)) continue;
      for (const candidate of goes) {
        if (candidate.type !== resource.input.Type || !alike(resource, candidate)) continue;
        stays.set(resource.id, candidate);
        goes.delete(candidate);
        break;
      }
    }
  }
  return { stays, goes: [...goes] };
}

type Likeness = (resource: ChannelResource, live: LiveChannel) => boolean;

const sameName: Likeness = ({ input }, live) => input.Name === live.name;
const sameAddress: Likeness = ({ input }, live) =>
  input.DeliveryAddress.SimpleAddress === live.address;

/** The type, which can't be changed, is the same in all of them. */
const likenesses: readonly Likeness[] = [
  (resource, live) => sameName(resource, live) && sameAddress(resource, live),
  sameName,
  sameAddress,
  () => true,
];
