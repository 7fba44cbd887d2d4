/** What a piece means among the others: its names resolved, its part of the model. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import { exact } from '../../text/exact.ts';
import { besides } from '../besides.ts';
import type * as model from '../model.ts';
import { contactOf, originOf, planOf, scheduleOf, tagsOf, valueIn } from './people.ts';
import type { Resolving, Use } from './references.ts';
import type { Scope } from './scope.ts';
import { rotationOf, testOf } from './times.ts';

export type Entity =
  | model.Contact
  | model.Plan
  | model.Schedule
  | model.Rotation
  | model.Extern
  | (model.Project & { readonly kind: 'project'; readonly lint: readonly LintLevel[] })
  | (model.Test & { readonly kind: 'test' });

/** `lint CODE LEVEL` of the project; the code may be none. */
export interface LintLevel {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'off';
  readonly origin: Finding['origin'];
}

export interface ResolvedPiece {
  readonly entities: readonly Entity[];
  readonly findings: readonly Finding[];
  readonly uses: readonly Use[];
  /** Where references lie that may mean what can't be read. */
  readonly unsure: readonly number[];
}

/** Depends on the piece and the scope alone. */
export function resolve(piece: ParsedPiece, scope: Scope): ResolvedPiece {
  const findings: Finding[] = [];
  const entities: Entity[] = [];
  const uses: Use[] = [];
  const unsure: number[] = [];
  for (const declaration of piece.declarations) {
    const entity = entityOf({ scope, piece, declaration, findings, uses, unsure }, declaration);
    if (entity !== undefined) entities.push(entity);
  }
  return {
    entities: exact(entities),
    findings: besides(piece, findings),
    uses: exact(uses),
    unsure,
  };
}

function entityOf(to: Resolving, declaration: ast.Declaration): Entity | undefined {
  switch (declaration.kind) {
    case 'contact':
      return contactOf(to, declaration);
    case 'plan':
      return planOf(to, declaration);
    case 'schedule':
      return scheduleOf(to, declaration);
    case 'rotation':
      return rotationOf(to, declaration);
    case 'extern':
      return externOf(to, declaration);
    case 'project':
      return projectOf(to, declaration);
    case 'test': {
      const test = testOf(to, declaration);
      return test && { kind: 'test', ...test };
    }
    case 'template':
      return undefined;
  }
}

function externOf({ piece }: Resolving, { name, arn }: ast.ExternDeclaration) {
  if (name === undefined || arn === undefined) return undefined;
  const origin = originOf(piece, name);
  return { kind: 'extern' as const, name: name.text, origin, arn: valueIn(piece, arn) };
}

function projectOf({ piece }: Resolving, project: ast.ProjectDeclaration) {
  if (project.name === undefined) return undefined;
  const setting = (kind: 'account' | 'region'): model.Value | undefined => {
    for (const item of project.items) {
      if (item.kind === kind && item.value !== undefined) return valueIn(piece, item.value);
    }
    return undefined;
  };
  return {
    kind: 'project' as const,
    name: project.name.text,
    origin: originOf(piece, project.name),
    account: setting('account'),
    region: setting('region'),
    tags: tagsOf(piece, project.items),
    lint: project.items.flatMap((item) =>
      item.kind === 'lint' && item.code !== undefined && item.level !== undefined
        ? [{ code: item.code.text, level: item.level, origin: originOf(piece, item.code) }]
        : [],
    ),
  };
}
