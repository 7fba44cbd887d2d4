/** The symbols of editors that stand for what the language declares. */
import type { OutlineEntry } from '@oncall/language';
import { SymbolKind } from 'vscode-languageserver';

export const symbolKinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  project: SymbolKind.Package,
  contact: SymbolKind.Class,
  channel: SymbolKind.Field,
  stage: SymbolKind.Event,
  template: SymbolKind.Interface,
  plan: SymbolKind.Function,
  schedule: SymbolKind.Module,
  rotation: SymbolKind.Enum,
  override: SymbolKind.EnumMember,
  extern: SymbolKind.Constant,
  test: SymbolKind.Method,
};
