/**
 * What the source calls things of an account: names that can be read, are unique, and are the
 * same each time.
 */
import { isName } from '@oncall/language';
import { kindOfType } from '../difference/words.ts';
import type { LiveChannel, LiveContact, LiveState } from '../live-state.ts';
import { nameTag, projectTag } from '../ownership.ts';
import type { ChannelTypeName } from '../wire.ts';
import { needs, type Selection } from './selection.ts';

export interface Names {
  /** NAMEs by ARN: of contacts, plans, schedules, rotations, channels, and of all that these refer to. */
  readonly of: ReadonlyMap<string, string>;
  /** The variable of an address, by the ARN of its channel. */
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * `isSetOtherwise` tells of a variable whether it would be found with another value than the one
 * meant, before any file is looked at.
 */
export function nameAll(
  live: LiveState,
  selection: Selection,
  project: string,
  isSetOtherwise: (variable: string, value: string) => boolean,
): Names {
  const of = new Map<string, string>();

  // Of the account and not of the selection: the same names, whatever else is written.
  const taken = new Set<string>();
  const aliased = live.contacts.toSorted((one, other) => compare(one.alias, other.alias));
  for (const { arn, alias } of aliased) {
    if (isName(alias)) of.set(arn, unique(taken, alias));
  }
  for (const { arn, alias, type } of aliased) {
    if (!of.has(arn)) of.set(arn, unique(taken, readable(alias, kindOfType[type])));
  }
  const isRotation = new Set(live.rotations.map(({ arn }) => arn));
  for (const arn of [...selection.contacts, ...selection.rotations].flatMap(needs)) {
    if (of.has(arn) || isRotation.has(arn)) continue;
    of.set(arn, unique(taken, readable(arn.slice(arn.lastIndexOf('/') + 1), 'contact')));
  }

  const rotations = live.rotations.toSorted(
    (one, other) => compare(one.name, other.name) || compare(one.arn, other.arn),
  );
  const takenByRotations = new Set<string>();
  for (const { arn, tags } of rotations) {
    const named = tags[projectTag] === project ? tags[nameTag] : undefined;
    if (named === undefined || !isName(named) || takenByRotations.has(named)) continue;
    of.set(arn, unique(takenByRotations, named));
  }
  for (const { arn, name } of rotations) {
    if (!of.has(arn)) of.set(arn, unique(takenByRotations, readable(name, 'rotation')));
  }

  const variables = new Map<string, string>();
  const takenVariables = new Set<string>();
  for (const contact of aliased) {
    const takenByChannels = new Set<string>();
    for (const channel of inOrder(contact.channels)) {
      const name = unique(takenByChannels, channelName(channel, contact));
      of.set(channel.arn, name);
      const base = variableOf(`${of.get(contact.arn)}_${name}`);
      for (let count = 1; ; count += 1) {
        const variable = count === 1 ? base : `${base}_${count}`;
        if (takenVariables.has(variable) || isSetOtherwise(variable, channel.address)) continue;
        takenVariables.add(variable);
        variables.set(channel.arn, variable);
        break;
      }
    }
  }
  return { of, variables };
}

/** Voice, text, mail; the rest is there so that the order is the same each time. */
export function inOrder(channels: readonly LiveChannel[]): readonly LiveChannel[] {
  const types: readonly ChannelTypeName[] = ['VOICE', 'SMS', 'EMAIL'];
  return channels.toSorted(
    (one, other) =>
      types.indexOf(one.type) - types.indexOf(other.type) ||
      compare(one.name, other.name) ||
      compare(one.address, other.address),
  );
}

/** A base, or that with the first number that makes it unique. */
export function unique(taken: Set<string>, base: string): string {
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base.slice(0, 240)}-${count}`;
  taken.add(name);
  return name;
}

/** A NAME as near to a text as can be; `kind` stands before what can't be a NAME by itself. */
export function readable(text: string, kind: string): string {
  const plain = slug(text);
  if (isName(plain)) return plain;
  return plain === '' ? kind : `${kind}-${plain}`;
}

/**
 * `phone` for the "Alice phone" of alice: without what only says whose it is, the names of several
 * people's channels are the same, and their stages can be. A label that is a number, or an address,
 * is told by its type.
 */
function channelName({ name, type }: LiveChannel, { alias, displayName = '' }: LiveContact) {
  const kind = kindWords[type];
  if (/\d{6}/.test(name)) return kind;
  const own = new Set(slug(`${alias} ${displayName}`).split(/[-_]/));
  const words = slug(name)
    .split('-')
    .filter((word) => word !== '' && !own.has(word));
  return readable(words.join('-'), kind);
}

const kindWords: Readonly<Record<ChannelTypeName, string>> = {
  VOICE: 'phone',
  SMS: 'text',
  EMAIL: 'mail',
};

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

function variableOf(text: string): string {
  const upper = text.toUpperCase().replace(/[^A-Z0-9_]+/g, '_');
  return /^[A-Z]/.test(upper) ? upper : `CONTACT_${upper}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
