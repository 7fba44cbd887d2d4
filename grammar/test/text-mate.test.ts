/** What a TextMate editor colours: by carets, by pictures of the examples, and with nothing left out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammar } from '@oncall/language/grammar';
import { describe, expect, it } from 'vitest';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';
import { getVSCodeTokens, renderSnap } from 'vscode-tmgrammar-test/dist/snapshot/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { textMate } from '../src/text-mate.ts';

const scopeName = 'source.oncall';
const registry = createRegistryFromGrammars([
  {
    grammar: { path: 'oncall.tmLanguage.json', scopeName, language: 'oncall' },
    content: JSON.stringify(textMate(grammar())),
  },
]);
const folder = join(import.meta.dirname, 'text-mate');
const examples = join(import.meta.dirname, '../../examples');

it.each(['declarations', 'time', 'unfinished'])('%s', async (name) => {
  const source = readFileSync(join(folder, `${name}.oncall`), 'utf8');
  const testCase = parseGrammarTestCase(source);
  expect(testCase.assertions.length).toBeGreaterThan(10);
  expect(await runGrammarTestCase(registry, testCase)).toEqual([]);
});

const written = ['quickstart/main', 'acme/plans', 'acme/rotations/sre', 'acme/people/leads'];

it.each(written)('examples/%s', async (name) => {
  const source = readFileSync(join(examples, `${name}.oncall`), 'utf8');
  const lines = await getVSCodeTokens(registry, scopeName, source);
  await expect(renderSnap(lines)).toMatchFileSnapshot(
    join(folder, `${name.replaceAll('/', '-')}.snap`),
  );
});

describe('nothing of the examples is left without a colour', () => {
  const names = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\w\.oncall$/.test(name),
  );

  it.each(names)('%s', async (name) => {
    const source = readFileSync(join(examples, name), 'utf8');
    const lines = await getVSCodeTokens(registry, scopeName, source);
    const plain = lines.flatMap(({ src, tokens }) =>
      tokens
        .filter(({ scopes }) => (scopes.at(-1) ?? scopeName).match(/^(source|meta)\./))
        .map(({ startIndex, endIndex }) => src.slice(startIndex, endIndex).trim())
        .filter((text) => text !== ''),
    );
    expect(plain).toEqual([]);
  });
});

it('a word that the grammar gains is coloured without a word here', async () => {
  const rules = grammar().map((rule) =>
    rule.name === 'zone'
      ? { name: 'zone', body: { ...rule.body, parts: [{ kind: 'word', text: 'place' }] } as never }
      : rule,
  );
  const changed = createRegistryFromGrammars([
    {
      grammar: { path: 'oncall.tmLanguage.json', scopeName, language: 'oncall' },
      content: JSON.stringify(textMate(rules)),
    },
  ]);
  const [, line] = await getVSCodeTokens(changed, scopeName, 'rotation a <\n  place\n>');
  expect(line?.tokens.at(-1)?.scopes.at(-1)).toBe('keyword.control.place.oncall');
});

it('takes a time linear in the length of a line', async () => {
  const source = `contact a ${' '.repeat(50_000)}< channel ${'mon 09:00 '.repeat(2_000)}`;
  const start = performance.now();
  await getVSCodeTokens(registry, scopeName, source);
  expect(performance.now() - start).toBeLessThan(5_000);
});
