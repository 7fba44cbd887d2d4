/** The committed files are those that the parser of today gives. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles, languagePage } from '../src/generated-files.ts';

const repository = join(import.meta.dirname, '../..');
const page = readFileSync(join(repository, languagePage), 'utf8');
const files = generatedFiles(page);

describe('what is committed is fresh (else run `pnpm generate`)', () => {
  it.each([...files])('%s', (path, text) => {
    const file = join(repository, path);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
  });

  it('no diagram of a rule that is no more', () => {
    const diagrams = readdirSync(join(repository, 'grammar/diagrams'));
    expect(diagrams.filter((name) => !files.has(`grammar/diagrams/${name}`))).toEqual([]);
  });
});

it('the page of the language keeps all but its grammar', () => {
  const spoilt = page.replace(/(?<=<!-- generated grammar -->\n).*?(?=<!-- end)/s, 'old\n');
  expect(spoilt).not.toBe(page);
  expect(generatedFiles(spoilt).get(languagePage)).toBe(page);
});

it('a page without the markers is refused', () => {
  expect(() => generatedFiles('# The language\n')).toThrow(/markers/);
});
