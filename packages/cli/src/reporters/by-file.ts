/** What has a place, by the path of its file, in the order it comes. */
import type { Location } from '@oncall/language';

export function byFile<T extends { readonly location: Location }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const files = new Map<string, T[]>();
  for (const item of items) {
    const { path } = item.location.file;
    const found = files.get(path);
    if (found === undefined) files.set(path, [item]);
    else found.push(item);
  }
  return files;
}
