/** Every method that the server answers, and the pure function that answers it. */
import * as lsp from 'vscode-languageserver';
import { type Feature, ofDocument, ofItem, ofWorkspace } from '../feature.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './call-hierarchy.ts';
import { definition } from './definition.ts';
import { documentHighlight } from './document-highlight.ts';
import { documentLink } from './document-link.ts';
import { documentSymbol } from './document-symbol.ts';
import { foldingRange } from './folding-range.ts';
import { formatting } from './formatting.ts';
import { onTypeFormatting } from './on-type-formatting.ts';
import { prepareRename } from './prepare-rename.ts';
import { rangeFormatting } from './range-formatting.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { selectionRange } from './selection-range.ts';
import { workspaceSymbol } from './workspace-symbol.ts';

export const features: readonly Feature[] = [
  ofDocument(lsp.DefinitionRequest.type, { definitionProvider: true }, definition),
  ofDocument(lsp.ReferencesRequest.type, { referencesProvider: true }, references),
  ofDocument(
    lsp.DocumentHighlightRequest.type,
    { documentHighlightProvider: true },
    documentHighlight,
  ),
  ofDocument(lsp.PrepareRenameRequest.type, {}, prepareRename),
  ofDocument(lsp.RenameRequest.type, renaming, rename),
  ofDocument(lsp.DocumentSymbolRequest.type, { documentSymbolProvider: true }, documentSymbol),
  ofWorkspace(lsp.WorkspaceSymbolRequest.type, { workspaceSymbolProvider: true }, workspaceSymbol),
  ofDocument(lsp.FoldingRangeRequest.type, { foldingRangeProvider: true }, foldingRange),
  ofDocument(lsp.SelectionRangeRequest.type, { selectionRangeProvider: true }, selectionRange),
  ofDocument(lsp.DocumentLinkRequest.type, { documentLinkProvider: {} }, documentLink),
  ofDocument(
    lsp.CallHierarchyPrepareRequest.type,
    { callHierarchyProvider: true },
    prepareCallHierarchy,
  ),
  ofItem(lsp.CallHierarchyIncomingCallsRequest.type, ({ item }) => item.uri, incomingCalls),
  ofItem(lsp.CallHierarchyOutgoingCallsRequest.type, ({ item }) => item.uri, outgoingCalls),
  ofDocument(lsp.DocumentFormattingRequest.type, { documentFormattingProvider: true }, formatting),
  ofDocument(
    lsp.DocumentRangeFormattingRequest.type,
    { documentRangeFormattingProvider: true },
    rangeFormatting,
  ),
  ofDocument(
    lsp.DocumentOnTypeFormattingRequest.type,
    {
      documentOnTypeFormattingProvider: {
        firstTriggerCharacter: '>',
        moreTriggerCharacter: ['\n'],
      },
    },
    onTypeFormatting,
  ),
];

/** A client that can't prepare may not be told of it. */
function renaming({ textDocument }: lsp.ClientCapabilities): lsp.ServerCapabilities {
  const prepareProvider = textDocument?.rename?.prepareSupport === true;
  return { renameProvider: prepareProvider ? { prepareProvider } : true };
}
