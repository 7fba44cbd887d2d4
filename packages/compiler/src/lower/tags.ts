/** Tags that a resource carries: the project's, its own, and those that say that it is ours. */
import type { Sourced, Tag } from '@oncall/language';
import { nameTag, projectTag } from '../ownership.ts';
import type { Tag as WireTag } from '../wire.ts';
import type { Scope } from './scope.ts';

/** In this order: those of the project that are not the resource's own too, its own, ours. */
export function tags(
  scope: Scope,
  own: readonly Tag[],
  rotation?: { readonly name: string },
): readonly (WireTag | Sourced<WireTag>)[] {
  const ownKeys = new Set(own.map((tag) => tag.key));
  const written = [...scope.project.tags.filter((tag) => !ownKeys.has(tag.key)), ...own];
  return [
    ...written.map(({ key, value, origin }) => ({ value: { Key: key, Value: value }, origin })),
    { Key: projectTag, Value: scope.project.name },
    ...(rotation === undefined ? [] : [{ Key: nameTag, Value: rotation.name }]),
  ];
}
