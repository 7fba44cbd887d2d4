/** From what is written to what it means: names of people, rotations and templates. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import { listed } from '../../diagnostics/listed.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin } from '../../text/piece.ts';
import { isName } from '../../values/alias.ts';
import type { Reference } from '../model.ts';
import type { Lookup, Notes } from '../tables/notes.ts';
import type { Named } from './names.ts';
import type { Dangling, Use } from './resolved-piece.ts';
import { mayBeDeclared, type NameSet, type PersonKind, type Scope } from './scope.ts';

/** What a reference can ask of a scope, always by name. */
export interface AskedScope {
  readonly people: Lookup<Named<ast.Declaration & { readonly kind: PersonKind }>>;
  readonly rotations: Lookup<Named<ast.RotationDeclaration>>;
  readonly templates: Lookup<Named<ast.TemplateDeclaration>>;
  mayBeDeclared(set: NameSet, name: string): boolean;
}

/** A scope that notes what it is asked. */
export function askedScope(scope: Scope, notes: Notes): AskedScope {
  return {
    people: notes.of((name) => scope.people.get(name)),
    rotations: notes.of((name) => scope.rotations.get(name)),
    templates: notes.of((name) => scope.templates.get(name)),
    mayBeDeclared: (set, name) => {
      notes.add(set);
      notes.add(name);
      return mayBeDeclared(scope, set, name);
    },
  };
}

/** What the resolution of one declaration reads and writes. */
export interface Resolving {
  readonly scope: AskedScope;
  readonly piece: ParsedPiece;
  readonly declaration: ast.Declaration;
  readonly findings: Finding[];
  readonly uses: Use[];
  readonly dangling: Dangling[];
  /** Where references lie that may mean what can't be read, or what can't be read whole. */
  readonly unsure: number[];
}

/** Whether two uses of a name are one to those who read them. */
export function useTheSame(one: Use | undefined, other: Use | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const { kind, reaches, by } = one;
  return kind === other.kind && reaches === other.reaches && titleOf(by) === titleOf(other.by);
}

const wordsOf: Record<PersonKind, string> = {
  contact: 'a contact',
  schedule: 'a schedule',
  plan: 'a plan',
  extern: 'an extern contact',
};

/** A person, plan or schedule of one of some kinds; `undefined`, and said so, where it is none. */
export function resolvePerson<Kind extends PersonKind>(
  to: Resolving,
  ref: ast.Ref,
  kinds: readonly Kind[],
  reaches = true,
): Reference<Kind> | undefined {
  const { scope, piece, declaration: by, uses } = to;
  const name = declaredAs(scope.people, ref.text);
  const origin = { piece, start: ref.start, end: ref.end };
  const kind = scope.people.get(name)?.declaration.kind;
  if (kind !== undefined && (kinds as readonly PersonKind[]).includes(kind)) {
    uses.push({ kind, name, reaches, by, piece });
    return { kind: kind as Kind, name, origin };
  }
  const words = kinds.filter((each) => each !== 'extern').map((each) => wordsOf[each]);
  tellUnresolved(to, 'person', name, origin, listed(words, 'or'));
  return undefined;
}

/** A person that is named where a reference is meant: told as that, and not as unused besides. */
export function namedWithoutAt(to: Resolving, name: string): void {
  const { scope, uses, declaration: by, piece } = to;
  const kind = scope.people.get(name)?.declaration.kind;
  if (kind !== undefined) uses.push({ kind, name, reaches: false, by, piece });
}

export function resolveRotation(to: Resolving, ref: ast.Ref): Reference<'rotation'> | undefined {
  const { scope, piece, declaration: by, uses } = to;
  const name = declaredAs(scope.rotations, ref.text);
  const origin = { piece, start: ref.start, end: ref.end };
  if (scope.rotations.get(name) !== undefined) {
    uses.push({ kind: 'rotation', name, reaches: true, by, piece });
    return { kind: 'rotation', name, origin };
  }
  tellUnresolved(to, 'rotation', name, origin, 'a rotation');
  return undefined;
}

export function resolveTemplate(
  to: Resolving,
  ref: ast.Name,
): Named<ast.TemplateDeclaration> | undefined {
  const { scope, piece, declaration: by, uses } = to;
  const name = declaredAs(scope.templates, ref.text);
  const found = scope.templates.get(name);
  if (found === undefined) {
    const origin = { piece, start: ref.start, end: ref.end };
    tellUnresolved(to, 'template', name, origin, 'a template');
    return undefined;
  }
  uses.push({ kind: 'template', name, reaches: true, by, piece });
  const misspelt = found.declaration.items.some(({ items }) =>
    items.some(({ target }) => target?.kind === 'ref'),
  );
  if (found.piece.damages.length > 0 || misspelt) to.unsure.push(ref.start);
  return found;
}

/** Says of a name that it is nobody's, or of another kind; unless that may be but a consequence. */
function tellUnresolved(
  to: Resolving,
  set: NameSet,
  name: string,
  origin: Origin,
  wanted: string,
): void {
  const { scope, piece, findings, uses, dangling, unsure, declaration: by } = to;
  const kind = kindOf(scope, name);
  if (kind !== undefined) {
    uses.push({ kind, name, reaches: false, by, piece });
    findings.push(finding('wrong-kind', origin, { found: `${capital(kind)} ${name}`, wanted }));
  } else if (scope.mayBeDeclared(set, name) || !isName(name)) unsure.push(origin.start);
  else dangling.push({ set, name, origin, by, told: true });
}

/** What a name stands for in any set. */
function kindOf(
  { people, rotations, templates }: AskedScope,
  name: string,
): Use['kind'] | undefined {
  const person = people.get(name)?.declaration.kind;
  if (person !== undefined) return person;
  if (rotations.get(name) !== undefined) return 'rotation';
  return templates.get(name) === undefined ? undefined : 'template';
}

/** A name as it is declared; a word that is none, capitals say, means what it would in lower case. */
function declaredAs(names: Lookup<{ readonly name: ast.Name }>, text: string): string {
  const found = names.get(text);
  if (found !== undefined) return found.name.text;
  const written = isName(text) ? text : text.toLowerCase();
  return names.get(written)?.name.text ?? written;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A declaration as a sentence begins with it: `Plan sre`. */
export function titleOf(declaration: ast.Declaration): string {
  if (declaration.kind === 'test') return `Test "${declaration.title?.value ?? ''}"`;
  return `${capital(declaration.kind)} ${declaration.name?.text ?? ''}`.trimEnd();
}
