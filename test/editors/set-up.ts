/** The lines that docs/editors.md tells a reader to write into an editor's configuration. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = join(import.meta.dirname, '../../docs/editors.md');

export function setUpOf(editor: string): string {
  const text = readFileSync(page, 'utf8');
  const block = new RegExp(`<!-- tried: ${editor} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(
    text,
  );
  if (block === null) throw new Error(`docs/editors.md has no set-up of ${editor}.`);
  return block[1] as string;
}
