/** Parts a request from where each of its members was written. */
import type { Origin, Sourced } from '@oncall/language';
import { type ArnOf, isArnOf } from './arn.ts';

type Scalar = string | number | boolean | undefined | ArnOf;

/** An input as it is composed: any part of it may say where it was written. */
export type Annotated<T> = [T] extends [Scalar]
  ? T | Sourced<T>
  : T extends readonly (infer Item)[]
    ? readonly Annotated<Item>[]
    : Plain<T> | Sourced<Plain<T>>;

type Plain<T> = { readonly [Member in keyof T]: Annotated<T[Member]> };

export interface Composed<T> {
  /** Without members that have no value. */
  readonly input: T;
  /** By the path of the member in the input, such as `Plan.Stages.0.DurationInMinutes`. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Ids of the requests whose ARNs stand in the input, each once, in order. */
  readonly uses: readonly string[];
}

export function compose<T>(annotated: Annotated<T>): Composed<T> {
  const origins: Record<string, Origin> = {};
  const uses = new Set<string>();

  const strip = (node: unknown, path: string): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (isArnOf(node)) {
      uses.add(node.arnOf);
      return node;
    }
    const within = path === '' ? '' : `${path}.`;
    if (Array.isArray(node)) return node.map((item, index) => strip(item, `${within}${index}`));
    if (isSourced(node)) {
      origins[path] = node.origin;
      return strip(node.value, path);
    }
    const plain: Record<string, unknown> = {};
    for (const [member, part] of Object.entries(node)) {
      if (part !== undefined) plain[member] = strip(part, `${within}${member}`);
    }
    return plain;
  };

  return { input: strip(annotated, '') as T, origins, uses: [...uses] };
}

/** The origins of some members of an input, and of all that is inside them. */
export function originsWithin(
  origins: Readonly<Record<string, Origin>>,
  members: readonly string[],
): Readonly<Record<string, Origin>> {
  return Object.fromEntries(
    Object.entries(origins).filter(([path]) => members.includes(path.split('.', 1)[0] ?? '')),
  );
}

function isSourced(node: object): node is Sourced<unknown> {
  return 'origin' in node && 'value' in node;
}
