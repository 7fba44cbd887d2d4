/** What a piece declares, and all that can be said of it without looking at any other. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../../syntax/ast.ts';
import { extentAt, type ParsedPiece } from '../../syntax/parse.ts';
import { anyWithin } from '../../text/search.ts';
import { besides } from '../besides.ts';
import { checkContact } from './contact.ts';
import {
  checkExtern,
  checkPlan,
  checkProject,
  checkSchedule,
  checkTemplate,
  checkTest,
} from './declarations.ts';
import { type Ignore, ignoresOf } from './ignores.ts';
import { checkName, type Local, type WrongName } from './local.ts';
import { checkRotation } from './rotation.ts';

export interface DeclaredPiece {
  readonly piece: ParsedPiece;
  readonly findings: readonly Finding[];
  readonly wrongNames: readonly WrongName[];
  readonly ignores: readonly Ignore[];
}

export function declare(piece: ParsedPiece): DeclaredPiece {
  const findings: Finding[] = [];
  const wrongNames: WrongName[] = [];
  for (const declaration of piece.declarations) {
    const damaged = piece.damages.length > 0 && isDamaged(piece, declaration);
    check({ piece, damaged, findings, wrongNames }, declaration);
  }
  return {
    piece,
    findings: besides(piece, findings),
    wrongNames,
    ignores: piece.comments.length === 0 ? none : ignoresOf(piece),
  };
}

const none: readonly Ignore[] = [];

function isDamaged({ declarations, damages }: ParsedPiece, { start }: ast.Declaration): boolean {
  const extent = extentAt(declarations, start);
  return anyWithin(damages, extent.start, extent.end);
}

function check(local: Local, declaration: ast.Declaration): void {
  const set = setOf(declaration);
  if (set !== undefined && declaration.kind !== 'test' && declaration.name !== undefined) {
    checkName(local, set, declaration.name);
  }
  switch (declaration.kind) {
    case 'project':
      checkProject(local, declaration);
      break;
    case 'contact':
      checkContact(local, declaration);
      break;
    case 'template':
      checkTemplate(local, declaration);
      break;
    case 'plan':
      checkPlan(local, declaration);
      break;
    case 'schedule':
      checkSchedule(local, declaration);
      break;
    case 'rotation':
      checkRotation(local, declaration);
      break;
    case 'extern':
      checkExtern(local, declaration);
      break;
    case 'test':
      checkTest(local, declaration);
      break;
  }
}

/** Contacts, plans, schedules and externs share one set of names, as AWS gives them one of aliases. */
function setOf({ kind }: ast.Declaration): 'person' | 'rotation' | 'template' | undefined {
  switch (kind) {
    case 'contact':
    case 'plan':
    case 'schedule':
    case 'extern':
      return 'person';
    case 'rotation':
    case 'template':
      return kind;
    default:
      return undefined;
  }
}

/** `Alias`: the NAME, unless `alias` gives another. */
export function aliasOf(declaration: ast.Declaration): string | undefined {
  if (declaration.kind === 'test' || declaration.name === undefined) return undefined;
  if ('items' in declaration) {
    for (const item of declaration.items) {
      if (item.kind === 'alias' && item.value !== undefined) return item.value.value;
    }
  }
  return declaration.name.text;
}
