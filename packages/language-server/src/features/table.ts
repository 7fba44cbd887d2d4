/** Every method that the server answers, and the pure function that answers it. */
import * as lsp from 'vscode-languageserver';
import { type Feature, ofDocument, ofItem, ofWorkspace, resolving } from '../feature.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './call-hierarchy.ts';
import { codeAction, codeActionKinds } from './code-action.ts';
import { resolveCodeLens, uriOfCodeLens } from './code-lens/resolve.ts';
import { codeLens } from './code-lens.ts';
import { resolveCompletion, uriOfCompletion } from './completion/resolve.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentHighlight } from './document-highlight.ts';
import { documentLink } from './document-link.ts';
import { documentSymbol } from './document-symbol.ts';
import { commandNames, executeCommand, uriOfCommand } from './execute-command.ts';
import { foldingRange } from './folding-range.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHint } from './inlay-hint.ts';
import { onTypeFormatting } from './on-type-formatting.ts';
import { prepareRename } from './prepare-rename.ts';
import { preview } from './preview.ts';
import { projectTests } from './project-tests.ts';
import { rangeFormatting } from './range-formatting.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { selectionRange } from './selection-range.ts';
import { legend, semanticTokens, semanticTokensRange } from './semantic-tokens.ts';
import { workspaceSymbol } from './workspace-symbol.ts';

/** The signs that begin a name, a variable, a text, and what stands within a zone's. */
const completing: lsp.ServerCapabilities = {
  completionProvider: { triggerCharacters: ['@', '$', '"', '/'], resolveProvider: true },
};

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
  ofDocument(lsp.CompletionRequest.type, completing, completion),
  resolving(lsp.CompletionResolveRequest.type, uriOfCompletion, resolveCompletion),
  ofDocument(lsp.HoverRequest.type, { hoverProvider: true }, hover),
  ofDocument(lsp.CodeActionRequest.type, { codeActionProvider: { codeActionKinds } }, codeAction),
  ofDocument(lsp.CodeLensRequest.type, { codeLensProvider: { resolveProvider: true } }, codeLens),
  resolving(lsp.CodeLensResolveRequest.type, uriOfCodeLens, resolveCodeLens),
  ofDocument(lsp.InlayHintRequest.type, { inlayHintProvider: true }, inlayHint),
  ofDocument(
    lsp.SemanticTokensRequest.type,
    { semanticTokensProvider: { legend, full: true, range: true } },
    semanticTokens,
  ),
  ofDocument(lsp.SemanticTokensRangeRequest.type, {}, semanticTokensRange),
  {
    ...ofItem(lsp.ExecuteCommandRequest.type, uriOfCommand, executeCommand),
    capabilities: { executeCommandProvider: { commands: commandNames } },
  },
  // These are ours: `docs/editors.md` tells clients of them.
  ofDocument({ method: 'oncall/preview' }, {}, preview),
  ofWorkspace({ method: 'oncall/tests' }, {}, projectTests),
];

/** A client that can't prepare may not be told of it. */
function renaming({ textDocument }: lsp.ClientCapabilities): lsp.ServerCapabilities {
  const prepareProvider = textDocument?.rename?.prepareSupport === true;
  return { renameProvider: prepareProvider ? { prepareProvider } : true };
}
