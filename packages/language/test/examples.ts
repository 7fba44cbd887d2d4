/** The projects under examples/, and the taste of the language, as files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSourceFile, type SourceFile } from '../src/index.ts';
import { taste } from './format/taste.ts';

const folder = fileURLToPath(new URL('../../../examples', import.meta.url));

export const examples: readonly (readonly SourceFile[])[] = [
  project('acme'),
  project('quickstart'),
  [createSourceFile('taste.oncall', taste)],
];

function project(name: string): readonly SourceFile[] {
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.oncall'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => createSourceFile(relative(folder, path), readFileSync(path, 'utf8')));
}
