import type { SourceFile } from './source-file.ts';
import type { Span } from './span.ts';

/**
 * A piece of a file: one top-level declaration with the comments directly above it. Trees, the
 * model and findings count offsets from the start of their piece, so that they stay true when
 * text above them changes. Where a piece lies now, only the analysis knows.
 */
export interface Piece {
  readonly text: string;
}

/** A span within a piece. */
export interface Origin {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

/** A span within a file, as the analysis that was asked sees it. */
export interface Location {
  readonly file: SourceFile;
  readonly span: Span;
}
