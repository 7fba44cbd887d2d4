/** From what is written to what it means: names of people, rotations and templates. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import { listed } from '../../diagnostics/listed.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin } from '../../text/piece.ts';
import { isName } from '../../values/alias.ts';
import type { Reference } from '../model.ts';
import { mayBeDeclared, type Named, type Names, type PersonKind, type Scope } from './scope.ts';

/** What the resolution of one declaration reads and writes. */
export interface Resolving {
  readonly scope: Scope;
  readonly piece: ParsedPiece;
  readonly declaration: ast.Declaration;
  readonly findings: Finding[];
  readonly uses: Use[];
  /** Where references lie that may mean what can't be read, or what can't be read whole. */
  readonly unsure: number[];
}

/** A name that something refers to. */
export interface Use {
  readonly kind: PersonKind | 'rotation' | 'template';
  readonly name: string;
  /** Whether a page can come that way; `expect no` alone names without reaching. */
  readonly reaches: boolean;
  /** What refers to it. */
  readonly by: ast.Declaration;
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
    uses.push({ kind, name, reaches, by });
    return { kind: kind as Kind, name, origin };
  }
  const words = kinds.filter((each) => each !== 'extern').map((each) => wordsOf[each]);
  tellUnresolved(to, 'person', name, origin, listed(words, 'or'));
  return undefined;
}

/** A person that is named where a reference is meant: told as that, and not as unused besides. */
export function namedWithoutAt({ scope, uses, declaration: by }: Resolving, name: string): void {
  const kind = scope.people.get(name)?.declaration.kind;
  if (kind !== undefined) uses.push({ kind, name, reaches: false, by });
}

export function resolveRotation(to: Resolving, ref: ast.Ref): Reference<'rotation'> | undefined {
  const { scope, piece, declaration: by, uses } = to;
  const name = declaredAs(scope.rotations, ref.text);
  const origin = { piece, start: ref.start, end: ref.end };
  if (scope.rotations.has(name)) {
    uses.push({ kind: 'rotation', name, reaches: true, by });
    return { kind: 'rotation', name, origin };
  }
  tellUnresolved(to, 'rotation', name, origin, 'a rotation');
  return undefined;
}

export function resolveTemplate(to: Resolving, ref: ast.Name): Named<'template'> | undefined {
  const { scope, piece, declaration: by, uses } = to;
  const name = declaredAs(scope.templates, ref.text);
  const found = scope.templates.get(name);
  if (found === undefined) {
    const origin = { piece, start: ref.start, end: ref.end };
    tellUnresolved(to, 'template', name, origin, 'a template');
    return undefined;
  }
  uses.push({ kind: 'template', name, reaches: true, by });
  const misspelt = found.declaration.items.some(({ items }) =>
    items.some(({ target }) => target?.kind === 'ref'),
  );
  if (found.piece.damages.length > 0 || misspelt) to.unsure.push(ref.start);
  return found;
}

/** Says of a name that it is nobody's, or of another kind; unless that may be but a consequence. */
function tellUnresolved(
  to: Resolving,
  set: 'person' | 'rotation' | 'template',
  name: string,
  origin: Origin,
  wanted: string,
): void {
  const { scope, findings, uses, unsure, declaration: by } = to;
  const kind = kindOf(scope, name);
  if (kind !== undefined) {
    uses.push({ kind, name, reaches: false, by });
    findings.push(finding('wrong-kind', origin, { found: `${capital(kind)} ${name}`, wanted }));
  } else if (mayBeDeclared(scope, set, name) || !isName(name)) unsure.push(origin.start);
  else if (set === 'person') {
    findings.push(dangling(to, 'dangling-contact', name, origin, scope.people.keys()));
  } else {
    const names = set === 'rotation' ? scope.rotations : scope.templates;
    findings.push(dangling(to, `dangling-${set}`, name, origin, names.keys()));
  }
}

/** What a name stands for in any set. */
function kindOf({ people, rotations, templates }: Scope, name: string): Use['kind'] | undefined {
  const person = people.get(name)?.declaration.kind;
  if (person !== undefined) return person;
  if (rotations.has(name)) return 'rotation';
  return templates.has(name) ? 'template' : undefined;
}

/** A name as it is declared; a word that is none, capitals say, means what it would in lower case. */
function declaredAs<Kind extends ast.Declaration['kind']>(
  names: Names<Kind>,
  text: string,
): string {
  const written = isName(text) ? text : text.toLowerCase();
  return (names.get(text) ?? names.get(written))?.name.text ?? written;
}

function dangling(
  { scope, declaration: by, uses }: Resolving,
  code: 'dangling-contact' | 'dangling-rotation' | 'dangling-template',
  name: string,
  origin: Finding['origin'],
  names: Iterable<string>,
): Finding {
  const found = suggest(scope, code, name, names);
  const start = origin.end - name.length;
  if (found === undefined) return finding(code, origin, { name, nearest: found });
  // What was meant is not to be told to be unused besides.
  const kind = scope.people.get(found)?.declaration.kind ?? 'rotation';
  uses.push({
    kind: code === 'dangling-template' ? 'template' : kind,
    name: found,
    reaches: false,
    by,
  });
  const edits = [{ origin: { ...origin, start }, text: found }];
  return finding(
    code,
    origin,
    { name, nearest: found },
    { fixes: [{ title: `Write ${found}`, edits }] },
  );
}

const suggested = new WeakMap<Scope, Map<string, string | undefined>>();

/** A search goes through all names: enough of them for people, and no more. */
const mostSuggestions = 200;

function suggest(
  scope: Scope,
  code: string,
  name: string,
  names: Iterable<string>,
): string | undefined {
  let known = suggested.get(scope);
  if (known === undefined) {
    known = new Map();
    suggested.set(scope, known);
  }
  const key = `${code} ${name}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= mostSuggestions) return undefined;
  const found = nearest(name, names);
  known.set(key, found);
  return found;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A declaration as a sentence begins with it: `Plan sre`. */
export function titleOf(declaration: ast.Declaration): string {
  if (declaration.kind === 'test') return `Test "${declaration.title?.value ?? ''}"`;
  return `${capital(declaration.kind)} ${declaration.name?.text ?? ''}`.trimEnd();
}
