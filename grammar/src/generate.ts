/** Writes the generated files; run by `pnpm generate`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles, languagePage } from './generated-files.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const files = generatedFiles(readFileSync(join(repository, languagePage), 'utf8'));

// Of rules that are no more.
rmSync(join(repository, 'grammar/diagrams'), { recursive: true, force: true });
for (const [path, text] of files) {
  const file = join(repository, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${files.size} files written`);
