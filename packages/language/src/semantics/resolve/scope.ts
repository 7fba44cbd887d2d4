/** The names of a project: what each stands for, and which are given twice. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin } from '../../text/piece.ts';
import { type Change, type Say, Table } from '../tables/table.ts';
import { type Named, Names } from './names.ts';

export interface Scope {
  /** Contacts, plans, schedules and externs: one set of names, as AWS gives them one of aliases. */
  readonly people: Names<PersonDeclaration>;
  readonly rotations: Names<ast.RotationDeclaration>;
  readonly templates: Names<ast.TemplateDeclaration>;
  /** Words in text that can't be read; any may be declared there. */
  readonly perhaps: Table<ParsedPiece>;
  /** By set of names, declarations that have none yet: one may be the one that is referred to. */
  readonly nameless: Table<ParsedPiece>;
  /** First words of projects, by `project`. */
  readonly projects: Table<Origin>;
}

export type NameSet = 'person' | 'rotation' | 'template';

type PersonDeclaration =
  | ast.ContactDeclaration
  | ast.PlanDeclaration
  | ast.ScheduleDeclaration
  | ast.ExternDeclaration;

export type PersonKind = PersonDeclaration['kind'];

export const emptyScope: Scope = {
  people: new Names(),
  rotations: new Names(),
  templates: new Names(),
  perhaps: new Table((piece) => piece),
  nameless: new Table((piece) => piece),
  projects: new Table(({ piece }) => piece),
};

/** The scope after a change, and the names that mean something else then. */
export function scopeWith(
  scope: Scope,
  change: Change<ParsedPiece>,
): { readonly scope: Scope; readonly changed: () => ReadonlySet<string> } {
  const people = scope.people.with(change, sayPeople);
  const rotations = scope.rotations.with(change, sayRotations);
  const templates = scope.templates.with(change, sayTemplates);
  const perhaps = scope.perhaps.with(change, saySkipped);
  const nameless = scope.nameless.with(change, sayNameless);
  const projects = scope.projects.with(change, sayProjects);
  return {
    scope: {
      people: people.names,
      rotations: rotations.names,
      templates: templates.names,
      perhaps: perhaps.table,
      nameless: nameless.table,
      projects: projects.table,
    },
    changed: () =>
      new Set([
        ...people.changed(),
        ...rotations.changed(),
        ...templates.changed(),
        ...perhaps.lists.keys(),
        ...nameless.lists.keys(),
      ]),
  };
}

/** Whether a name that nothing declares may be declared in what can't be read. */
export function mayBeDeclared({ perhaps, nameless }: Scope, set: NameSet, name: string): boolean {
  return nameless.get(set).length > 0 || perhaps.get(name).length > 0;
}

/** What is declared twice, told at the second. */
export function* scopeFindings({
  people,
  rotations,
  templates,
  projects,
}: Scope): Iterable<Finding> {
  yield* people.findings();
  yield* rotations.findings();
  yield* templates.findings();
  const [first, ...others] = projects.get('project');
  for (const other of others) {
    const parameters = { item: 'project', block: 'all the files together' };
    const related = [{ origin: first as Origin, message: 'This is the first.' }];
    yield finding('duplicate-item', other, parameters, { related });
  }
}

function sayPeople(piece: ParsedPiece, say: (named: Named<PersonDeclaration>) => void): void {
  for (const declaration of piece.declarations) {
    switch (declaration.kind) {
      case 'contact':
      case 'plan':
      case 'schedule':
      case 'extern': {
        const { name } = declaration;
        if (name !== undefined) say({ piece, declaration, name });
      }
    }
  }
}

function sayRotations(
  piece: ParsedPiece,
  say: (named: Named<ast.RotationDeclaration>) => void,
): void {
  for (const declaration of piece.declarations) {
    if (declaration.kind !== 'rotation' || declaration.name === undefined) continue;
    say({ piece, declaration, name: declaration.name });
  }
}

function sayTemplates(
  piece: ParsedPiece,
  say: (named: Named<ast.TemplateDeclaration>) => void,
): void {
  for (const declaration of piece.declarations) {
    if (declaration.kind !== 'template' || declaration.name === undefined) continue;
    say({ piece, declaration, name: declaration.name });
  }
}

function saySkipped(piece: ParsedPiece, say: Say<ParsedPiece>): void {
  for (const name of piece.skippedNames) say(name, piece);
}

function sayNameless(piece: ParsedPiece, say: Say<ParsedPiece>): void {
  for (const declaration of piece.declarations) {
    const { kind } = declaration;
    if (kind === 'project' || kind === 'test' || declaration.name !== undefined) continue;
    say(kind === 'rotation' || kind === 'template' ? kind : 'person', piece);
  }
}

function sayProjects(piece: ParsedPiece, say: Say<Origin>): void {
  for (const { kind, start } of piece.declarations) {
    if (kind === 'project') say(kind, { piece, start, end: start + kind.length });
  }
}
