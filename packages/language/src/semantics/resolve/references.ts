/** From what is written to what it means: names of people, rotations and templates. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import { isName } from '../../values/alias.ts';
import type { Reference } from '../model.ts';
import { mayBeDeclared, type Named, type PersonKind, type Scope } from './scope.ts';

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

const wanted: Record<string, string> = {
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
  const { scope, piece, declaration: by, findings, uses } = to;
  const name = declaredAs(scope.people, ref.text);
  const origin = { piece, start: ref.start, end: ref.end };
  const kind = scope.people.get(name)?.declaration.kind;
  if (kind !== undefined) {
    uses.push({ kind, name, reaches, by });
    if ((kinds as readonly PersonKind[]).includes(kind)) {
      return { kind: kind as Kind, name, origin };
    }
  }
  if (kind === undefined && !scope.rotations.has(name)) {
    if (mayBeDeclared(scope, 'person', name)) to.unsure.push(ref.start);
    else if (isName(name)) {
      findings.push(dangling(to, 'dangling-contact', name, origin, scope.people.keys()));
    } else to.unsure.push(ref.start);
    return undefined;
  }
  const found = `${kind === undefined ? 'Rotation' : capital(kind)} ${name}`;
  const list = kinds.filter((each) => each !== 'extern').map((each) => wanted[each]);
  findings.push(
    finding('wrong-kind', origin, {
      found,
      wanted: list.join(', ').replace(/, ([^,]*)$/, ' or $1'),
    }),
  );
  return undefined;
}

/** A person that is named where a reference is meant: told as that, and not as unused besides. */
export function namedWithoutAt({ scope, uses, declaration: by }: Resolving, name: string): void {
  const kind = scope.people.get(name)?.declaration.kind;
  if (kind !== undefined) uses.push({ kind, name, reaches: false, by });
}

export function resolveRotation(to: Resolving, ref: ast.Ref): Reference<'rotation'> | undefined {
  const { scope, piece, declaration: by, findings, uses } = to;
  const name = declaredAs(scope.rotations, ref.text);
  const origin = { piece, start: ref.start, end: ref.end };
  if (scope.rotations.has(name)) {
    uses.push({ kind: 'rotation', name, reaches: true, by });
    return { kind: 'rotation', name, origin };
  }
  const kind = scope.people.get(name)?.declaration.kind;
  if (kind !== undefined) {
    uses.push({ kind, name, reaches: true, by });
    const found = `${capital(kind)} ${name}`;
    findings.push(finding('wrong-kind', origin, { found, wanted: 'a rotation' }));
  } else if (mayBeDeclared(scope, 'rotation', name)) to.unsure.push(ref.start);
  else if (isName(name)) {
    findings.push(dangling(to, 'dangling-rotation', name, origin, scope.rotations.keys()));
  }
  return undefined;
}

export function resolveTemplate(to: Resolving, name: ast.Name): Named<'template'> | undefined {
  const { scope, piece, declaration: by, findings, uses } = to;
  const text = declaredAs(scope.templates, name.text);
  const found = scope.templates.get(text);
  if (found !== undefined) {
    uses.push({ kind: 'template', name: text, reaches: true, by });
    const { piece: where, declaration } = found;
    const misspelt = declaration.items.some(({ items }) =>
      items.some(({ target }) => target?.kind === 'ref'),
    );
    if (where.damages.length > 0 || misspelt) to.unsure.push(name.start);
  } else if (mayBeDeclared(scope, 'template', text)) to.unsure.push(name.start);
  else if (isName(text)) {
    const origin = { piece, start: name.start, end: name.end };
    findings.push(dangling(to, 'dangling-template', text, origin, scope.templates.keys()));
  }
  return found;
}

/** A name as it is declared; a word that is none, capitals say, means what it would in lower case. */
function declaredAs(names: ReadonlyMap<string, { name: ast.Name }>, text: string): string {
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
