/** What changes are about, in the words of whoever reads a plan. */
import type { LiveChannel, LiveContact, LiveOverride, LiveRotation } from '../live-state.ts';
import type { AliasedResource, Resource, RotationResource } from '../resource.ts';
import type { Subject } from './change.ts';
import { rotationName } from './match.ts';
import { instant, kindOfType } from './words.ts';

export function aliasedSubject({ kind, name, input }: AliasedResource): Subject {
  return { kind, name, label: input.DisplayName, alias: other(input.Alias, name) };
}

export function rotationSubject({ kind, name, input }: RotationResource): Subject {
  return { kind, name, label: other(input.Name, name) };
}

export function channelSubject({ kind, name, input }: Resource & { kind: 'channel' }): Subject {
  return { kind, name, label: other(input.Name, name) };
}

export function overrideSubject({ kind, name }: Resource & { kind: 'override' }): Subject {
  return { kind, name };
}

export function liveContactSubject({ type, alias, displayName }: LiveContact): Subject {
  return { kind: kindOfType[type], name: alias, label: displayName };
}

export function liveRotationSubject(live: LiveRotation): Subject {
  const name = rotationName(live);
  return { kind: 'rotation', name, label: other(live.name, name) };
}

export function liveChannelSubject({ name }: LiveChannel): Subject {
  return { kind: 'channel', name };
}

export function liveOverrideSubject({ startTime }: LiveOverride): Subject {
  return { kind: 'override', name: instant(startTime) };
}

function other(text: string, name: string): string | undefined {
  return text === name ? undefined : text;
}
