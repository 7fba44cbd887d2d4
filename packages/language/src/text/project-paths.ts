/**
 * Which files are one program, as far as their paths tell ("Meaning" in docs/language.md). Knows
 * no file system: command line and editor ask it of theirs.
 */

/** Whether a file of this name holds source text. */
export function isSourceName(name: string): boolean {
  return name.endsWith(sourceExtension) && name !== sourceExtension;
}

export const sourceExtension = '.oncall';

/** Whether a folder of this name is looked into. */
export function isSearchedFolder(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

/** The nearest folder, at or above one, of which a test is true; not above `last`. */
export function nearestFolder(
  folder: string,
  parentOf: (folder: string) => string,
  test: (folder: string) => boolean,
  last?: string,
): string | undefined {
  for (let next = folder; ; next = parentOf(next)) {
    if (test(next)) return next;
    if (next === last || next === parentOf(next)) return undefined;
  }
}
