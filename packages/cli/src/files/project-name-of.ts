import { basename } from 'node:path';

/** What a project in a folder is called: as the folder, as far as that is a name in the language. */
export function projectNameOf(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return /^[a-z][a-z0-9_-]*$/.test(name) ? name : 'my-team';
}
