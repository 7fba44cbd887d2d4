import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { documentSymbol } from '../../src/features/document-symbol.ts';
import { bracketed, picture } from '../pictures.ts';

const text = `project acme < >

# Who answers first.
contact alice "Alice Example" <
  channel phone voice "+12065550100"
  stage 5m < notify phone >
>
rotation primary <
  override 2026-01-05T09:00..2026-01-06T09:00 < @alice >
>
test "she is reached" < page @alice at 2026-01-05T09:00 "Etc/UTC" >
plan < >`;

const hierarchical = {
  textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

describe('documentSymbol', () => {
  it('is a tree, by kind', async () => {
    const { snapshot, params } = await picture(text, { capabilities: hierarchical });
    const drawn = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
      symbols.flatMap(({ name, detail, kind, children }) => [
        `${indent}${kind} ${name} | ${detail}`,
        ...drawn(children ?? [], `${indent}  `),
      ]);
    expect(drawn(documentSymbol(snapshot, params) as DocumentSymbol[])).toEqual([
      '4 acme | ',
      '5 alice | Alice Example',
      '  8 phone | voice',
      '  24 stage 5m | phone',
      '10 primary | ',
      '  22 override 2026-01-05T09:00 | @alice',
      '6 she is reached | ',
      '12 plan | ',
    ]);
  });

  it('selects names, within what is shown', async () => {
    const { snapshot, params } = await picture(text, { capabilities: hierarchical });
    const symbols = documentSymbol(snapshot, params) as DocumentSymbol[];
    const drawn = bracketed(
      snapshot.file,
      symbols.map(({ selectionRange }) => selectionRange),
    );
    expect(drawn).toContain('contact [alice] "Alice Example"');
    expect(drawn).toContain('test ["she is reached"]');
    expect(drawn).toContain('[plan] < >');
    const [, alice] = symbols;
    expect(alice?.range.start.line).toBe(3);
    expect(alice?.range.end).toEqual({ line: 6, character: 1 });
  });

  it('is a list for clients that know no trees', async () => {
    const { snapshot, params } = await picture(text);
    const symbols = documentSymbol(snapshot, params) as SymbolInformation[];
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toContainEqual([
      'phone',
      'alice',
    ]);
  });
});
