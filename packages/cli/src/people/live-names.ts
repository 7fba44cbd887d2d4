import type { LiveChannel, LiveNames, LiveState } from '@oncall/compiler';
import type { Model } from '@oncall/language';

/** What of an account is called by the NAMEs of the files, and what else by its own. */
export function liveNames(
  live: LiveState,
  model: Model,
  externs: ReadonlyMap<string, string>,
): LiveNames {
  const declared = [
    ...model.contacts.values(),
    ...model.plans.values(),
    ...model.schedules.values(),
  ];
  const nameOfAlias = new Map(declared.map(({ alias, name }) => [alias, name]));
  const nameOfExtern = new Map([...externs].map(([name, arn]) => [arn, name]));
  const written = new Map(
    live.contacts.flatMap(({ arn, alias }): [string, string][] => {
      const name = nameOfExtern.get(arn) ?? nameOfAlias.get(alias);
      return name === undefined ? [] : [[arn, name]];
    }),
  );
  const others = live.contacts
    .filter(({ arn }) => !written.has(arn))
    .map(({ arn, alias }): [string, string] => [arn, alias]);
  // No name of the files is for anyone else, also while nothing bears it yet.
  const taken = new Set([...declared.map(({ name }) => name), ...externs.keys()]);
  const contacts = new Map([...written, ...distinct(others, taken)]);
  const channels = new Map(
    live.contacts.flatMap((contact) => {
      const written =
        model.contacts.get(contacts.get(contact.arn) ?? contact.alias)?.channels ?? [];
      return [...channelNames(contact.channels, written)];
    }),
  );
  const rotationNames = distinct(
    live.rotations.map(({ arn, name }): [string, string] => {
      const found = [...model.rotations.values()].find(({ label }) => label === name);
      return [arn, found?.name ?? name];
    }),
  );
  return {
    // Of whom only the ARN is known, which ends in the alias.
    contact: (arn) =>
      contacts.get(arn) ?? nameOfExtern.get(arn) ?? arn.slice(arn.lastIndexOf('/') + 1),
    channel: (arn) => channels.get(arn),
    rotation: (arn) => rotationNames.get(arn) ?? arn,
  };
}

/** By ARN: the NAME of the channel of the files that bears this `Name`; else that. */
function channelNames(
  channels: readonly LiveChannel[],
  written: readonly { readonly name: string; readonly label: string; readonly type: string }[],
): ReadonlyMap<string, string> {
  const named = channels.map(({ arn, name, type }) => {
    const found = written.find((it) => it.label === name && it.type.toUpperCase() === type);
    return { arn, name: found?.name ?? name, isWritten: found !== undefined };
  });
  const sorted = named.toSorted((a, b) => Number(b.isWritten) - Number(a.isWritten));
  return distinct(sorted.map(({ arn, name }) => [arn, name]));
}

/** What bears one name is told apart by a number. */
function distinct(
  named: readonly [string, string][],
  others: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  const taken = new Set(others);
  return new Map(
    named.map(([arn, wanted]) => {
      let name = wanted;
      for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
      taken.add(name);
      return [arn, name];
    }),
  );
}
