/** The model of a program, in the order of files and of text. */
import type { Model, Test } from '../model.ts';
import { entityNamed, isMeant, type NamedEntity, projectOf } from './facts.ts';
import type { Program } from './program.ts';

export function modelOf(program: Program): Model {
  const { facts } = program;
  let known: Listed | undefined;
  const listed = () => {
    known ??= listOf(program);
    return known;
  };
  const of = <Kind extends ListedKind>(kind: Kind) =>
    new ByName<OfKind<Kind>>(
      (name) => entityNamed(facts, kind, name) as OfKind<Kind> | undefined,
      () => listed().byKind[kind] as ReadonlyMap<string, OfKind<Kind>>,
    );
  return {
    project: projectOf(facts),
    contacts: of('contact'),
    plans: of('plan'),
    schedules: of('schedule'),
    rotations: of('rotation'),
    externs: of('extern'),
    get tests() {
      return listed().tests;
    },
  };
}

type ListedKind = Exclude<NamedEntity['kind'], 'template'>;

type OfKind<Kind extends ListedKind> = Extract<NamedEntity, { readonly kind: Kind }>;

interface Listed {
  readonly byKind: Readonly<Record<ListedKind, ReadonlyMap<string, NamedEntity>>>;
  readonly tests: readonly Test[];
}

function listOf({ files, facts }: Program): Listed {
  const map = () => new Map<string, NamedEntity>();
  const byKind = { contact: map(), plan: map(), schedule: map(), rotation: map(), extern: map() };
  const tests: Test[] = [];
  for (const { units } of files.values()) {
    for (const { resolved } of units) {
      for (const entity of resolved.entities) {
        if (entity.kind === 'test') tests.push(entity);
        else if (entity.kind === 'project' || entity.kind === 'template') continue;
        else if (isMeant(facts, entity)) byKind[entity.kind].set(entity.name, entity);
      }
    }
  }
  return { byKind, tests };
}

/**
 * What is asked for by name is looked up; all is listed only where that is asked for: behind a key,
 * an editor asks about a few of ten thousand.
 */
class ByName<T> implements ReadonlyMap<string, T> {
  readonly get: (name: string) => T | undefined;
  readonly #list: () => ReadonlyMap<string, T>;

  constructor(get: (name: string) => T | undefined, list: () => ReadonlyMap<string, T>) {
    this.get = get;
    this.#list = list;
  }

  get size(): number {
    return this.#list().size;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  entries() {
    return this.#list().entries();
  }

  keys() {
    return this.#list().keys();
  }

  values() {
    return this.#list().values();
  }

  forEach(each: (value: T, name: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [name, value] of this) each(value, name, this);
  }

  [Symbol.iterator]() {
    return this.entries();
  }
}
