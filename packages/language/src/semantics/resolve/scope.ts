/** The names of a project: what each stands for, and which are given twice. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Origin } from '../../text/piece.ts';
import { aliasOf, type DeclaredPiece } from '../declare/declare.ts';

export interface Scope {
  /** Contacts, plans, schedules and externs: one set of names, as AWS gives them one of aliases. */
  readonly people: ReadonlyMap<string, PersonKind>;
  readonly rotations: ReadonlySet<string>;
  readonly templates: ReadonlyMap<
    string,
    { piece: ParsedPiece; template: ast.TemplateDeclaration }
  >;
  /** Words in text that can't be read; any may be declared there. */
  readonly perhaps: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** By piece, what of it the scope was made from. */
  readonly interfaces: readonly DeclaredPiece['interface'][];
}

export type PersonKind = 'contact' | 'plan' | 'schedule' | 'extern';

/** The scope of before where no piece shows others anything new; else a new one. */
export function scopeOf(pieces: readonly DeclaredPiece[], previous?: Scope): Scope {
  const interfaces = pieces.map((piece) => piece.interface);
  // Findings lie in pieces that may have been replaced by others alike.
  const reusable = previous !== undefined && previous.findings.length === 0;
  if (reusable && sameItems(previous.interfaces, interfaces)) return previous;
  const people = new Map<string, PersonKind>();
  const rotations = new Set<string>();
  const templates: Map<string, { piece: ParsedPiece; template: ast.TemplateDeclaration }> =
    new Map();
  const perhaps = new Set<string>();
  const findings: Finding[] = [];
  const given = new Map<string, Origin>();

  for (const { piece } of pieces) {
    for (const name of piece.skippedNames) perhaps.add(name);
    for (const declaration of piece.declarations) {
      const { kind } = declaration;
      if (kind === 'test') continue;
      if (kind === 'project') {
        const word = { piece, start: declaration.start, end: declaration.start + kind.length };
        const before = giveOnce(given, 'project', word);
        if (before !== undefined) {
          const parameters = { item: 'project', block: 'all the files together' };
          findings.push(finding('duplicate-item', word, parameters, { related: [first(before)] }));
        }
        continue;
      }
      const { name } = declaration;
      if (name === undefined) continue;
      const set = kind === 'rotation' || kind === 'template' ? kind : 'person';
      const origin = { piece, start: name.start, end: name.end };
      const alias = aliasOf(declaration) ?? name.text;
      const before =
        giveOnce(given, `${set} ${name.text}`, origin) ??
        (set === 'person' ? giveOnce(given, `alias ${alias}`, origin) : undefined);
      if (before !== undefined) {
        const parameters = { kind: kindIn(before), name: name.text };
        findings.push(finding('duplicate-name', origin, parameters, { related: [first(before)] }));
      }
      if (kind === 'rotation') rotations.add(name.text);
      else if (kind === 'template') {
        if (!templates.has(name.text)) templates.set(name.text, { piece, template: declaration });
      } else if (!people.has(name.text)) people.set(name.text, kind);
    }
  }
  return { people, rotations, templates, perhaps, findings, interfaces };
}

/** Who bears the key already; else it is borne by this one. */
function giveOnce(given: Map<string, Origin>, key: string, origin: Origin): Origin | undefined {
  const before = given.get(key);
  if (before === undefined) given.set(key, origin);
  return before;
}

function first(origin: Origin): Finding['related'][number] {
  return { origin, message: 'This is the first.' };
}

/** The word that the declaration around a name begins with. */
function kindIn({ piece, start }: Origin): string {
  const line = piece.text.slice(0, start);
  return /(contact|plan|schedule|rotation|template)\s*$/.exec(line)?.[1] ?? 'name';
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
