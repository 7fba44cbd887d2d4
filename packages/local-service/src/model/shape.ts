/** The kinds of shape that the service's model is written in, and the TypeScript type of each. */
export type Shape =
  | StringShape
  | EnumShape
  | IntegerShape
  | { readonly kind: 'boolean' }
  | { readonly kind: 'timestamp' }
  | ListShape
  | MapShape
  | StructureShape;

interface StringShape extends Range {
  readonly kind: 'string';
  readonly pattern?: string;
}

interface EnumShape {
  readonly kind: 'enum';
  readonly values: readonly string[];
}

interface IntegerShape extends Range {
  readonly kind: 'integer';
}

interface ListShape extends Range {
  readonly kind: 'list';
  readonly item: string;
}

interface MapShape {
  readonly kind: 'map';
  readonly key: string;
  readonly value: string;
}

/** Members by name: the name of their shape, with `!` behind it where the member is required. */
interface StructureShape {
  readonly kind: 'structure';
  readonly members: Readonly<Record<string, string>>;
}

interface Range {
  readonly min?: number;
  readonly max?: number;
}

export function string(limits: Omit<StringShape, 'kind'> = {}) {
  return { kind: 'string', ...limits } as const;
}

export function oneOf<const V extends readonly string[]>(...values: V) {
  return { kind: 'enum', values } as const;
}

export function integer(limits: Range = {}) {
  return { kind: 'integer', ...limits } as const;
}

export const boolean = { kind: 'boolean' } as const;
export const timestamp = { kind: 'timestamp' } as const;

export function list<const I extends string>(item: I, limits: Range = {}) {
  return { kind: 'list', item, ...limits } as const;
}

export function map<const K extends string, const V extends string>(key: K, value: V) {
  return { kind: 'map', key, value } as const;
}

export function structure<const M extends Readonly<Record<string, string>>>(members: M) {
  return { kind: 'structure', members } as const;
}

/** The type of the values of shape `N` in the table `T`. Timestamps are epoch seconds. */
export type ValueIn<T, N extends keyof T> = T[N] extends { readonly kind: 'string' }
  ? string
  : T[N] extends { readonly kind: 'enum'; readonly values: readonly (infer V)[] }
    ? V
    : T[N] extends { readonly kind: 'integer' | 'timestamp' }
      ? number
      : T[N] extends { readonly kind: 'boolean' }
        ? boolean
        : T[N] extends { readonly kind: 'list'; readonly item: infer I extends keyof T }
          ? readonly ValueIn<T, I>[]
          : T[N] extends {
                readonly kind: 'map';
                readonly key: infer K extends keyof T;
                readonly value: infer V extends keyof T;
              }
            ? { readonly [P in ValueIn<T, K> & string]?: ValueIn<T, V> }
            : T[N] extends { readonly kind: 'structure'; readonly members: infer M }
              ? {
                  readonly [P in keyof M as M[P] extends `${string}!` ? P : never]: MemberIn<
                    T,
                    M[P]
                  >;
                } & {
                  readonly [P in keyof M as M[P] extends `${string}!` ? never : P]?: MemberIn<
                    T,
                    M[P]
                  >;
                }
              : never;

type MemberIn<T, R> = R extends `${infer N extends keyof T & string}!`
  ? ValueIn<T, N>
  : R extends keyof T
    ? ValueIn<T, R>
    : never;
