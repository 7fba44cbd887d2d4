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
  const contacts = new Map(
    live.contacts.map(({ arn, alias }) => {
      return [arn, nameOfExtern.get(arn) ?? nameOfAlias.get(alias) ?? alias];
    }),
  );
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
function distinct(named: readonly [string, string][]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    named.map(([arn, wanted]) => {
      let name = wanted;
      for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
      taken.add(name);
      return [arn, name];
    }),
  );
}
