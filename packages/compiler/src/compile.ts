import type { Origin } from '@oncall/language';
import { placeholder, resolve } from './resolve.ts';
import type { Resource } from './resource.ts';

export interface Request {
  readonly id: string;
  readonly operation: string;
  /** ARNs not known yet stand as `${ID}` of the request that makes them. */
  readonly input: object;
  /** Ids of the requests whose ARNs stand in the input, written out or not. */
  readonly after: readonly string[];
  readonly origin: Origin;
  /** By the path of the member in the input. */
  readonly origins: Readonly<Record<string, Origin>>;
}

/** The requests that make resources where there is nothing, in an order in which they can be sent. */
export function compile(resources: readonly Resource[]): readonly Request[] {
  const known = new Map(
    resources.map((resource) => [resource.id, 'arn' in resource ? resource.arn : undefined]),
  );
  const arnOf = (id: string) => known.get(id) ?? placeholder(id);
  return resources.map(({ id, operation, input, uses, origin, origins }) => ({
    id,
    operation,
    input: uses.length === 0 ? input : resolve<object>(input, arnOf),
    after: uses,
    origin,
    origins,
  }));
}
