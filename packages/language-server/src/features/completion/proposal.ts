/** Something that may be written, before it is put into the protocol's words. */
import type { Code, DeclarationKind } from '@oncall/language';
import type { CompletionItemKind } from 'vscode-languageserver';

export interface Proposal {
  /** What is shown, and put into the text. */
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  /** Put instead where the client knows snippets. */
  readonly snippet?: string | undefined;
  /** What else people know it by, to be found by. */
  readonly known?: string | undefined;
  readonly documented?: Documented | undefined;
}

/** What a proposal's documentation is made from when it is asked for. */
export type Documented =
  | { readonly kind: 'word'; readonly word: string; readonly in: DeclarationKind | null }
  | {
      readonly kind: 'declared';
      readonly set: 'person' | 'rotation' | 'template';
      readonly name: string;
    }
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'zone'; readonly zone: string };
