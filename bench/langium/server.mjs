/**
 * A server of Langium for the same language, to hold ours against: `node server.mjs --stdio`.
 * As Langium advises for use in production; and faster than it is of itself, since a name is looked
 * up in its index and not among all declarations of the file.
 */
import { readFileSync } from 'node:fs';
import { DefaultScopeComputation, DefaultValueConverter } from 'langium';
import { createServicesForGrammar } from 'langium/grammar';
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

/** The index has what stands at the top; what a block declares stays in it. */
class ScopeComputation extends DefaultScopeComputation {
  addLocalSymbol(node, document, symbols) {
    if (node.$container?.$type !== 'File') super.addLocalSymbol(node, document, symbols);
  }
}

class ValueConverter extends DefaultValueConverter {
  runConverter(rule, input, cstNode) {
    return rule.name === 'REF' ? input.slice(1) : super.runConverter(rule, input, cstNode);
  }
}

const connection = createConnection(ProposedFeatures.all);
const { shared } = await createServicesForGrammar({
  grammar: readFileSync(new URL('oncall.langium', import.meta.url), 'utf8'),
  languageMetaData: {
    languageId: 'oncall',
    fileExtensions: ['.oncall'],
    caseInsensitive: false,
    mode: 'production',
  },
  parserConfig: { skipValidations: true },
  module: {
    parser: { ValueConverter: () => new ValueConverter() },
    references: { ScopeComputation: (services) => new ScopeComputation(services) },
  },
  sharedModule: {
    lsp: { Connection: () => connection },
    workspace: { FileSystemProvider: NodeFileSystem.fileSystemProvider },
  },
});
startLanguageServer(shared);
