/** What the pieces of a project together say of names: all that a rule can ask about. */
import type { Contact, Value } from '../model.ts';
import { addressKey } from '../resolve/address-key.ts';
import { useTheSame } from '../resolve/references.ts';
import type { Entity, ResolvedPiece, Use } from '../resolve/resolved-piece.ts';
import { emptyScope, type Scope } from '../resolve/scope.ts';
import { type Say, Table } from '../tables/table.ts';

export interface Facts {
  readonly scope: Scope;
  /** By name; contacts by their addresses too. */
  readonly entities: Table<Entity>;
  readonly uses: Table<Use>;
  /** Uses of names that others were probably meant to be. */
  readonly meant: ReadonlyMap<string, readonly Use[]>;
}

export type NamedEntity = Exclude<Entity, { kind: 'project' | 'test' }>;

export const noFacts: Facts = {
  scope: emptyScope,
  entities: new Table(({ origin }) => origin.piece),
  uses: new Table(({ piece }) => piece),
  meant: new Map(),
};

export function sayEntities({ entities }: ResolvedPiece, say: Say<Entity>): void {
  for (const entity of entities) {
    if (entity.kind === 'project') say('project', entity);
    else if (entity.kind !== 'test') say(entity.name, entity);
    if (entity.kind === 'contact') sayAddresses(entity, say);
  }
}

function sayAddresses(contact: Contact, say: Say<Entity>): void {
  const said = new Set<string>();
  for (const { address } of contact.channels) {
    const key = addressKey(address);
    if (key === undefined || said.has(key)) continue;
    said.add(key);
    say(key, contact);
  }
}

export function sayUses({ uses }: ResolvedPiece, say: Say<Use>): void {
  for (const use of uses) say(use.name, use);
}

/** The entity of a kind and a name, if it is that which the name means. */
export function entityNamed<Kind extends NamedEntity['kind']>(
  { scope, entities }: Facts,
  kind: Kind,
  name: string,
): Extract<NamedEntity, { kind: Kind }> | undefined {
  const isPerson = kind !== 'rotation' && kind !== 'template';
  if (isPerson && scope.people.get(name)?.declaration.kind !== kind) return undefined;
  for (const entity of entities.get(name)) {
    if (entity.kind === kind) return entity as Extract<NamedEntity, { kind: Kind }>;
  }
  return undefined;
}

/** The first contact that has an address. */
export function contactAt({ entities }: Facts, address: Value): Contact | undefined {
  const key = addressKey(address);
  return key === undefined ? undefined : firstAt(entities, key);
}

function firstAt(entities: Table<Entity>, key: string): Contact | undefined {
  const [first] = entities.get(key);
  return first?.kind === 'contact' ? first : undefined;
}

/** Of two of one name the first counts; the second is told to be one. */
export function isMeant(facts: Facts, entity: NamedEntity): boolean {
  return entityNamed(facts, entity.kind, entity.name) === entity;
}

/** Whether text that can't be read holds this word. */
export function isPerhaps({ scope }: Facts, name: string): boolean {
  return scope.perhaps.get(name).length > 0;
}

export function projectOf({ entities }: Pick<Facts, 'entities'>) {
  for (const entity of entities.get('project')) if (entity.kind === 'project') return entity;
  return undefined;
}

/** All that rules are told of the project. */
export function settingsOf(facts: Facts): string {
  const { tags, lint } = projectOf(facts) ?? { tags: [], lint: [] };
  return JSON.stringify([tags.map(({ key }) => key), lint.map(({ code, level }) => [code, level])]);
}

/** By kind and name, the first of those uses that weigh most. */
export function useOf({ uses, meant }: Facts, kind: Use['kind'], name: string): Use | undefined {
  let found: Use | undefined;
  for (const use of uses.get(name)) {
    if (use.kind !== kind) continue;
    if (weightOf(use) === most) return use;
    if (found === undefined || weightOf(use) > weightOf(found)) found = use;
  }
  return found ?? meant.get(name)?.find((use) => use.kind === kind);
}

/** What pages for good counts for more than a test, and that for more than what only names. */
function weightOf({ reaches, by }: Use): number {
  return reaches ? (by.kind === 'test' ? 1 : most) : 0;
}

const most = 2;

/** The names of which rules are told anything else now, out of some. */
export function changedOf(names: Iterable<string>, before: Facts, now: Facts): readonly string[] {
  return [...names].filter((name) => !sayTheSame(name, before, now));
}

function sayTheSame(name: string, before: Facts, now: Facts): boolean {
  return (
    kinds.every((kind) => useTheSame(useOf(before, kind, name), useOf(now, kind, name))) &&
    kinds.every((kind) => entityNamed(before, kind, name) === entityNamed(now, kind, name)) &&
    firstAt(before.entities, name) === firstAt(now.entities, name) &&
    isPerhaps(before, name) === isPerhaps(now, name)
  );
}

const kinds = ['contact', 'plan', 'schedule', 'rotation', 'extern', 'template'] as const;
