/** What may stand at a place, as a person would say it. */
import type { Code } from '../diagnostics/catalogue.ts';
import type { PersonKind } from '../semantics/resolve/scope.ts';
import type * as ast from '../syntax/ast.ts';
import type { ChannelType } from '../values/channel-type.ts';

export type ExpectedThing =
  /** A word that begins a declaration, or an item in one of a kind. */
  | { readonly kind: 'declaration'; readonly word: string }
  | { readonly kind: 'item'; readonly word: string; readonly in: DeclarationKind }
  /** Any other word of the language. */
  | { readonly kind: 'word'; readonly word: string; readonly in: DeclarationKind }
  /** A name for a declaration; those that something refers to and nothing declares. */
  | { readonly kind: 'new-name'; readonly names: readonly string[] }
  /** `@name`; `named` are those that stand beside it. */
  | {
      readonly kind: 'person';
      readonly kinds: readonly PersonKind[];
      readonly of: NodeKind;
      readonly named: ReadonlySet<string>;
    }
  | { readonly kind: 'rotation'; readonly named: ReadonlySet<string> }
  /** Of the contact around it; `undefined` in a template, which may name those of any. */
  | {
      readonly kind: 'channel';
      readonly channels: readonly ExpectedChannel[] | undefined;
      readonly named: ReadonlySet<string>;
    }
  | { readonly kind: 'template'; readonly named: ReadonlySet<string> }
  /** Of a warning or an information, to set or to silence; those that the project has first. */
  | {
      readonly kind: 'code';
      readonly codes: readonly Code[];
      readonly named: ReadonlySet<string>;
    }
  /** The word that makes a comment silence one. */
  | { readonly kind: 'ignore' }
  | { readonly kind: 'tag-key'; readonly named: ReadonlySet<string> }
  | { readonly kind: 'tag-value'; readonly key: string }
  | { readonly kind: 'zone' }
  | { readonly kind: 'variable'; readonly of: NodeKind }
  | { readonly kind: 'day' }
  | {
      readonly kind: 'duration' | 'time' | 'date-time' | 'integer';
      readonly of: NodeKind;
    };

export type DeclarationKind = ast.Declaration['kind'];

export type NodeKind = (ast.Declaration | ast.Item)['kind'];

export interface ExpectedChannel {
  readonly name: string;
  readonly label: string | undefined;
  readonly type: ChannelType | undefined;
}
