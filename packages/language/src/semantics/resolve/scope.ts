/** The names of a project: what each stands for, and which are given twice. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin } from '../../text/piece.ts';
import { aliasOf, interfaceOf } from '../declare/declare.ts';

export interface Scope {
  /** Contacts, plans, schedules and externs: one set of names, as AWS gives them one of aliases. */
  readonly people: Names<PersonKind>;
  readonly rotations: Names<'rotation'>;
  readonly templates: Names<'template'>;
  /** Words in text that can't be read; any may be declared there. */
  readonly perhaps: ReadonlySet<string>;
  /** Sets of names in which a declaration has none yet: it may be the one that is referred to. */
  readonly nameless: ReadonlySet<NameSet>;
  readonly findings: readonly Finding[];
  /** What the scope was made from. */
  readonly pieces: readonly ParsedPiece[];
}

/** One set of names, in no order. */
export interface Names<Kind extends ast.Declaration['kind']> {
  get(name: string): Named<Kind> | undefined;
  has(name: string): boolean;
  keys(): Iterable<string>;
  values(): Iterable<Named<Kind>>;
}

export type NameSet = 'person' | 'rotation' | 'template';

export type PersonKind = 'contact' | 'plan' | 'schedule' | 'extern';

/** A declaration that gives a name; of a reused scope, it may be an older one that looks the same. */
export interface Named<Kind extends ast.Declaration['kind']> {
  readonly piece: ParsedPiece;
  readonly declaration: Extract<ast.Declaration, { kind: Kind }>;
  readonly name: ast.Name;
}

/** The scope of before where no piece shows others anything new; else a new one. */
export function scopeOf(pieces: readonly ParsedPiece[], previous?: Scope): Scope {
  // Findings lie in pieces that may have been replaced by others alike.
  const reusable = previous !== undefined && previous.findings.length === 0;
  if (reusable && lookSame(previous.pieces, pieces)) return { ...previous, pieces };
  const people = new Map<string, Named<PersonKind>>();
  const rotations = new Map<string, Named<'rotation'>>();
  const templates = new Map<string, Named<'template'>>();
  const perhaps = new Set<string>();
  const nameless = new Set<NameSet>();
  const findings: Finding[] = [];
  const aliased: Named<PersonKind>[] = [];
  let project: Origin | undefined;

  for (const piece of pieces) {
    for (const name of piece.skippedNames) perhaps.add(name);
    for (const declaration of piece.declarations) {
      const { kind } = declaration;
      if (kind === 'test') continue;
      if (kind === 'project') {
        const word = { piece, start: declaration.start, end: declaration.start + kind.length };
        if (project === undefined) project = word;
        else findings.push(secondProject(word, project));
        continue;
      }
      const { name } = declaration;
      if (name === undefined) {
        nameless.add(kind === 'rotation' || kind === 'template' ? kind : 'person');
        continue;
      }
      if (kind === 'rotation') give(rotations, { piece, declaration, name }, findings);
      else if (kind === 'template') give(templates, { piece, declaration, name }, findings);
      else {
        const named = { piece, declaration, name };
        if (give(people, named, findings)) aliased.push(named);
      }
    }
  }
  findInLowerCase(people);
  findInLowerCase(rotations);
  findInLowerCase(templates);
  if (aliased.some(({ declaration, name }) => aliasOf(declaration) !== name.text)) {
    const byAlias = new Map<string, Named<PersonKind>>();
    for (const named of aliased) give(byAlias, named, findings, aliasOf(named.declaration));
  }
  return { people, rotations, templates, perhaps, nameless, findings, pieces };
}

/** Whether a name that nothing declares may be declared in what can't be read. */
export function mayBeDeclared({ perhaps, nameless }: Scope, set: NameSet, name: string): boolean {
  return nameless.has(set) || perhaps.has(name);
}

/** Lets what is declared in capitals, which is an error, be found by the name that it should have. */
function findInLowerCase<Kind extends ast.Declaration['kind']>(
  given: Map<string, Named<Kind>>,
): void {
  for (const [text, named] of [...given]) {
    const lower = text.toLowerCase();
    if (!given.has(lower)) given.set(lower, named);
  }
}

/** Whether the name was free; where it was not, that is told at the second. */
function give<Kind extends ast.Declaration['kind']>(
  given: Map<string, Named<Kind>>,
  named: Named<Kind>,
  findings: Finding[],
  key = named.name.text,
): boolean {
  const before = given.get(key);
  if (before === undefined) {
    given.set(key, named);
    return true;
  }
  const parameters = { kind: before.declaration.kind, name: key };
  const related = [{ origin: originOf(before), message: 'This is the first.' }];
  findings.push(finding('duplicate-name', originOf(named), parameters, { related }));
  return false;
}

function originOf({ piece, name }: Pick<Named<'contact'>, 'piece' | 'name'>): Origin {
  return { piece, start: name.start, end: name.end };
}

function secondProject(second: Origin, first: Origin): Finding {
  const parameters = { item: 'project', block: 'all the files together' };
  const related = [{ origin: first, message: 'This is the first.' }];
  return finding('duplicate-item', second, parameters, { related });
}

function lookSame(a: readonly ParsedPiece[], b: readonly ParsedPiece[]): boolean {
  return (
    a.length === b.length &&
    a.every((piece, index) => {
      const other = b[index] as ParsedPiece;
      return piece === other || interfaceOf(piece) === interfaceOf(other);
    })
  );
}
