import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `.oncall/` under a project's folder, for what the tool keeps there; git leaves it alone. */
export function stateFolder(projectFolder: string): string {
  const folder = join(projectFolder, '.oncall');
  mkdirSync(folder, { recursive: true });
  const ignore = join(folder, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  return folder;
}
