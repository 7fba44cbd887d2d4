/** The names of a project with what people know them by, whether they can be read whole or not. */
import { type Analysis, stateOf } from '../analysis.ts';
import { keyOf } from '../semantics/declare/headings.ts';
import type { NameSet, Scope } from '../semantics/resolve/scope.ts';
import { documentationOf } from './documentation.ts';

export interface Declared {
  readonly kind: 'contact' | 'plan' | 'schedule' | 'extern' | 'rotation' | 'template';
  readonly name: string;
  /** The STRING behind the name. */
  readonly label: string | undefined;
  /** Of its own, not of the project. */
  tag(key: string): string | undefined;
  /** The comments directly above it. */
  documentation(): string | undefined;
}

/** In no order. */
export function* declaredNames(analysis: Analysis, set: NameSet): Iterable<Declared> {
  const names = namesOf(stateOf(analysis).scope, set);
  for (const named of names.values()) yield declaredBy(named);
}

export function declared(analysis: Analysis, set: NameSet, name: string): Declared | undefined {
  const named = namesOf(stateOf(analysis).scope, set).get(name);
  return named && declaredBy(named);
}

function namesOf({ people, rotations, templates }: Scope, set: NameSet) {
  if (set === 'person') return people;
  return set === 'rotation' ? rotations : templates;
}

type Named = NonNullable<
  ReturnType<(Scope['people'] | Scope['rotations'] | Scope['templates'])['get']>
>;

function declaredBy(named: Named): Declared {
  return new DeclaredName(named);
}

/** Of ten thousand few are looked at. */
class DeclaredName implements Declared {
  readonly #named: Named;

  constructor(named: Named) {
    this.#named = named;
  }

  get kind(): Declared['kind'] {
    return this.#named.declaration.kind;
  }

  get name(): string {
    return this.#named.name.text;
  }

  get label(): string | undefined {
    const { declaration } = this.#named;
    return 'label' in declaration ? declaration.label?.value : undefined;
  }

  tag(key: string): string | undefined {
    return tagOf(this.#named.declaration, key);
  }

  documentation(): string | undefined {
    return documentationOf(this.#named.piece, this.#named.declaration.start);
  }
}

function tagOf(declaration: Named['declaration'], wanted: string): string | undefined {
  if (!('items' in declaration)) return undefined;
  for (const item of declaration.items) {
    if (item.kind !== 'tag' || item.key === undefined) continue;
    if (keyOf(item.key) === wanted) return item.value?.value;
  }
  return undefined;
}
