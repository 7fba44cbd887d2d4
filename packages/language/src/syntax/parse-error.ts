import type { Span } from '../text/span.ts';
import type { Token } from './scanner.ts';

/** What can't be read, and where; the catalogue words it. */
export type ParseError =
  | {
      readonly kind: 'unexpected-token';
      /** `undefined` at the end of the piece. */
      readonly token: Token | undefined;
      /** In words for people. */
      readonly expected: readonly string[];
    }
  | { readonly kind: 'unclosed-block'; readonly open: Span }
  | { readonly kind: 'unexpected-close'; readonly token: Token }
  | {
      readonly kind: 'invalid-token';
      readonly token: Token;
      readonly meant: string;
      readonly example: string;
    }
  | { readonly kind: 'invalid-escape'; readonly span: Span };
