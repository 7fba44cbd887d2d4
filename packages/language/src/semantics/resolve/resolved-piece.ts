/** What resolution makes of a piece: its part of the model, and what it refers to. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin } from '../../text/piece.ts';
import type * as model from '../model.ts';
import type { NameSet, PersonKind } from './scope.ts';

export interface ResolvedPiece {
  readonly entities: readonly Entity[];
  readonly findings: readonly Finding[];
  readonly uses: readonly Use[];
  readonly dangling: readonly Dangling[];
  /** The names that it asked the scope about. */
  readonly asked: readonly string[];
}

export type Entity =
  | model.Contact
  | model.Plan
  | model.Schedule
  | model.Rotation
  | model.Extern
  | model.Template
  | (model.Project & { readonly kind: 'project'; readonly lint: readonly LintLevel[] })
  | (model.Test & { readonly kind: 'test' });

/** `lint CODE LEVEL` of the project; the code may be none. */
export interface LintLevel {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'off';
  readonly origin: Finding['origin'];
}

/** A name that something refers to. */
export interface Use {
  readonly kind: PersonKind | 'rotation' | 'template';
  readonly name: string;
  /** Whether a page can come that way; `expect no` alone names without reaching. */
  readonly reaches: boolean;
  /** What refers to it; rules read its kind and title alone. */
  readonly by: ast.Declaration;
  readonly piece: ParsedPiece;
}

/** A reference to what nothing declares. */
export interface Dangling {
  readonly set: NameSet;
  readonly name: string;
  readonly origin: Origin;
  readonly by: ast.Declaration;
  /** Whether it is more than a consequence of what can't be read. */
  readonly told: boolean;
}
