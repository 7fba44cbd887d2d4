/** Whether two readings of a live resource tell the same; tags and who activated what are left out. */
import type { LiveChannel, LiveContact, LiveOverride, LiveRotation } from './live-state.ts';

export function sameContents(
  one: LiveContact | LiveRotation,
  other: LiveContact | LiveRotation,
): boolean {
  return canonical(contents(one)) === canonical(contents(other));
}

export function sameChannel(one: LiveChannel, other: LiveChannel): boolean {
  return canonical(channelContents(one)) === canonical(channelContents(other));
}

export function sameOverride(one: LiveOverride, other: LiveOverride): boolean {
  return canonical(overrideContents(one)) === canonical(overrideContents(other));
}

function contents(live: LiveContact | LiveRotation): object {
  if (!('alias' in live)) {
    const { tags: _, overrides, startTime, ...rest } = live;
    return {
      ...rest,
      startTime: Math.floor(startTime),
      overrides: overrides.map(overrideContents),
    };
  }
  const { tags: _, channels, displayName, ...rest } = live;
  return { ...rest, displayName: displayName ?? '', channels: channels.map(channelContents) };
}

function channelContents({ activated: _, ...rest }: LiveChannel): object {
  return rest;
}

function overrideContents({ id, contactIds, startTime, endTime }: LiveOverride): object {
  return { id, contactIds, startTime: Math.floor(startTime), endTime: Math.floor(endTime) };
}

/** Lists in which the order means something; of all others the service may tell it as it likes. */
const ordered = new Set(['contactIds', 'Stages']);

/** Text that is equal for equal values. What is empty is as what is not there. */
function canonical(value: unknown, member = ''): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return `[${(ordered.has(member) ? items : items.toSorted()).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const members = Object.entries(value)
    .map(([name, part]): [string, string] => [name, canonical(part, name)])
    .filter(([, text]) => !nothing.has(text))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, text]) => `${name}:${text}`).join(',')}}`;
}

const nothing = new Set(['', '[]', '{}']);
