/** The values in `oncall.env` of a project's folder; a line that gives none is passed over. */
import type { FileSystem } from './file-system.ts';
import { join } from './paths.ts';

export const variablesName = 'oncall.env';

export async function readVariables(
  fileSystem: FileSystem,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const bytes = await fileSystem.read(join(folder, variablesName));
  const lines = bytes === undefined ? [] : new TextDecoder().decode(bytes).split(/\r\n?|\n/);
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', written = ''] = /^\s*([A-Z][A-Z0-9_]*)\s*=(.*)$/su.exec(line) ?? [];
    const value = written.trim();
    const [, , inner = value] = /^(["'])(.*)\1$/su.exec(value) ?? [];
    if (name !== '') found.set(name, inner);
  }
  return found;
}
