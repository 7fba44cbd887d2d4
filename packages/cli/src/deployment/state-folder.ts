import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwritable } from '../files/write-file.ts';

/** `.oncall/` under a project's folder, for what the tool keeps there; git leaves it alone. */
export function stateFolder(projectFolder: string): string {
  const folder = join(projectFolder, '.oncall');
  try {
    mkdirSync(folder, { recursive: true });
    const ignore = join(folder, '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
    return folder;
  } catch (error) {
    throw unwritable(error, folder);
  }
}
