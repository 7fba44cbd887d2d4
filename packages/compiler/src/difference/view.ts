/** The live state as the differences of single resources see it: which ARN is whose. */
import { type Arn, isArnOf } from '../arn.ts';
import type { LiveState } from '../live-state.ts';
import { nameTag } from '../ownership.ts';
import { resolve } from '../resolve.ts';
import type { Resource } from '../resource.ts';
import type { Call } from './change.ts';
import { asName } from './words.ts';

export interface View {
  /** Of what is there and stays, or known beforehand; undefined where only its creation tells. */
  arnOf(id: string): string | undefined;
  /** How the files name what an ARN stands for: `@alice`, or a channel's NAME. */
  nameOf(arn: Arn): string;
}

/** `bound` has the ARNs of resources that are there already. */
export function createView(
  resources: readonly Resource[],
  live: LiveState,
  bound: ReadonlyMap<string, string>,
): View {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));

  const arnOf = (id: string): string | undefined => {
    const resource = byId.get(id);
    return (
      bound.get(id) ?? (resource !== undefined && 'arn' in resource ? resource.arn : undefined)
    );
  };

  // A channel that is replaced is still called as its successor is.
  const labels = new Map(
    resources.flatMap((resource): [string, string][] =>
      resource.kind === 'channel' ? [[`${resource.of} ${resource.input.Name}`, resource.name]] : [],
    ),
  );
  const names = new Map<string, string>();
  for (const contact of live.contacts) {
    names.set(contact.arn, `@${contact.alias}`);
    for (const { arn, name } of contact.channels) {
      const written = labels.get(`contact/${contact.alias} ${name}`);
      names.set(arn, written ?? asName(name));
    }
  }
  for (const rotation of live.rotations) {
    names.set(rotation.arn, `@${rotation.tags[nameTag] ?? rotation.name}`);
  }
  for (const resource of resources) {
    const arn = arnOf(resource.id);
    if (arn !== undefined) names.set(arn, written(resource));
  }

  return {
    arnOf,
    nameOf: (arn) => {
      if (!isArnOf(arn)) return names.get(arn) ?? nameInArn(arn);
      const resource = byId.get(arn.arnOf);
      return resource === undefined ? arn.arnOf : written(resource);
    },
  };
}

/** The ARN behind a reference, where it is known. */
export function arnIn(view: View, reference: Arn): string | undefined {
  return isArnOf(reference) ? view.arnOf(reference.arnOf) : reference;
}

/** The call that makes a resource. */
export function creation(
  view: View,
  resource: Resource,
  more?: Pick<Call, 'after' | 'handMade'>,
): Call {
  const { id, operation, kind, origin, origins, uses } = resource;
  const input = bind(view, resource.input);
  return { id, operation, input, phase: kind, origin, origins, uses, ...more };
}

/** An input with the ARNs that are known. */
export function bind(view: View, input: object): object {
  return resolve(input, (id) => view.arnOf(id) ?? { arnOf: id });
}

function written({ kind, name }: Resource): string {
  return kind === 'channel' ? name : `@${name}`;
}

/** `@director` of `arn:aws:ssm-contacts:us-east-2:111122223333:contact/director`. */
function nameInArn(arn: string): string {
  if (arn.includes(':contact-channel/')) return 'a channel that is gone';
  if (arn.includes(':rotation/')) return 'a rotation that is gone';
  return `@${arn.slice(arn.lastIndexOf('/') + 1)}`;
}
