/** What a piece means among the others: its names resolved, its part of the model. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../../syntax/ast.ts';
import { extentAt, type ParsedPiece } from '../../syntax/parse.ts';
import { exact } from '../../text/exact.ts';
import { anyWithin } from '../../text/search.ts';
import { besides } from '../besides.ts';
import type { DeclaredPiece } from '../declare/declare.ts';
import type * as model from '../model.ts';
import { Notes } from '../tables/notes.ts';
import { contactOf, originOf, planOf, scheduleOf, tagsOf, templateOf, valueIn } from './people.ts';
import { askedScope, type Resolving } from './references.ts';
import type { Dangling, Entity, ResolvedPiece, Use } from './resolved-piece.ts';
import type { Scope } from './scope.ts';
import { rotationOf, testOf } from './times.ts';

/** Resolves pieces; what becomes of one depends on it, and on what it asks of the scope. */
export function resolving(scope: Scope): (declared: DeclaredPiece) => ResolvedPiece {
  const notes = new Notes();
  const asked = askedScope(scope, notes);
  return (declared) => {
    const { piece } = declared;
    const findings: Finding[] = [];
    const entities: Entity[] = [];
    const uses: Use[] = [];
    const dangling: Dangling[] = [];
    const unsure: number[] = [];
    for (const declaration of piece.declarations) {
      const entity = entityOf(
        { scope: asked, piece, declaration, findings, uses, dangling, unsure },
        declaration,
      );
      if (entity !== undefined) entities.push(entity);
    }
    const resolved = {
      entities: exact(entities),
      findings: besides(piece, findings),
      uses: exact(uses),
      dangling: toldOf(piece, dangling),
      asked: notes.take(),
    };
    noteUnsound(declared, resolved, unsure);
    return resolved;
  };
}

const none: readonly never[] = [];

function toldOf(piece: ParsedPiece, dangling: readonly Dangling[]): readonly Dangling[] {
  if (dangling.length === 0) return none;
  const told = new Set(besides(piece, dangling));
  return dangling.map((each) => ({ ...each, told: told.has(each) }));
}

/** Names of what an error lies in: whether one does is settled when it is resolved. */
const unsound = new WeakSet<Finding['origin']>();

/** Whether no error lies in the declaration of a name. */
export function isSound({ origin }: Pick<Entity, 'origin'>): boolean {
  return !unsound.has(origin);
}

function noteUnsound(
  { piece, findings: ofDeclaring }: DeclaredPiece,
  { entities, findings, dangling }: ResolvedPiece,
  unsure: readonly number[],
): void {
  if (
    piece.findings.length === 0 &&
    ofDeclaring.length === 0 &&
    findings.length === 0 &&
    dangling.length === 0 &&
    unsure.length === 0
  ) {
    return;
  }
  const errors = [...piece.findings, ...ofDeclaring, ...findings].filter(
    ({ severity }) => severity === 'error',
  );
  const places = [...errors, ...dangling.filter(({ told }) => told)]
    .map(({ origin }) => origin.start)
    .concat(unsure)
    .sort((a, b) => a - b);
  if (places.length === 0) return;
  for (const { origin } of entities) {
    const { start, end } = extentAt(piece.declarations, origin.start);
    if (anyWithin(places, start, end)) unsound.add(origin);
  }
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
      return templateOf(to, declaration);
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
