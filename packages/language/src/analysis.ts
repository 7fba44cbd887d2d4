/** The one way from files to diagnostics and model, for editor and command line alike. */
import type { Diagnostic, Finding } from './diagnostics/diagnostic.ts';
import { finding } from './diagnostics/finding.ts';
import { place } from './diagnostics/place.ts';
import { type DeclaredPiece, declare } from './semantics/declare/declare.ts';
import type { Contact, Extern, Model, Plan, Rotation, Schedule, Test } from './semantics/model.ts';
import {
  type DeclaredUse,
  type Entity,
  type ResolvedPiece,
  resolve,
} from './semantics/resolve/resolve.ts';
import { type Scope, scopeOf } from './semantics/resolve/scope.ts';
import { rules } from './semantics/rules/rules.ts';
import { applyIgnores, atLevel, levelsOf } from './semantics/silence.ts';
import { wrongNameFindings } from './semantics/wrong-names.ts';
import { type ParsedFile, parse } from './syntax/parse.ts';
import type { Location, Origin, Piece } from './text/piece.ts';
import type { SourceFile } from './text/source-file.ts';

/** All that is known of a project's text. Immutable; shares with the one before what did not change. */
export interface Analysis {
  /** In the order of their paths. */
  readonly files: readonly SourceFile[];
  /** In the order of files, then of places. */
  readonly diagnostics: readonly Diagnostic[];
  readonly model: Model;
  /** How many declarations this analysis had to parse. */
  readonly parsed: number;
  /** Where an origin lies in the files of this analysis. */
  locate(origin: Origin): Location;
  /** A finding of a later stage (compiler, simulator), placed. */
  place(finding: Finding): Diagnostic;
}

/**
 * Parses and checks a project: all its files, as one program. Never throws for what is in them.
 * Given the analysis before, what did not change is kept.
 */
export function analyze(files: readonly SourceFile[], previous?: Analysis): Analysis {
  const before = previous === undefined ? undefined : stateOf.get(previous);
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const parsedFiles = sorted.map((file) => parse(file.text, before?.parsedFiles.get(file.path)));
  const declared = parsedFiles.flatMap(({ pieces }) => pieces.map(declare));
  const scope = scopeOf(declared, before?.scope);
  const resolved = declared.map(({ piece }) => resolve(piece, scope));
  const { model, lint } = modelOf(resolved);
  const { levels, findings: ofLevels } = levelsOf(lint);

  const byPiece = new Map<Piece, Finding[]>();
  const unsound = new Set<Piece>();
  const add = (each: Finding): void => {
    const list = byPiece.get(each.origin.piece);
    if (list === undefined) byPiece.set(each.origin.piece, [each]);
    else list.push(each);
  };
  declared.forEach(({ piece, findings }, index) => {
    for (const list of [piece.findings, findings, (resolved[index] as ResolvedPiece).findings]) {
      for (const each of list) {
        add(each);
        if (each.severity === 'error') unsound.add(piece);
      }
    }
  });
  const { uses, reaches } = usesOf(resolved);
  const context = { model, uses, reaches, perhaps: scope.perhaps, unsound };
  for (const each of scope.findings) add(each);
  for (const each of ofLevels) add(each);
  for (const each of wrongNameFindings(declared.flatMap(({ wrongNames }) => wrongNames))) add(each);
  for (const rule of rules) for (const each of rule(context)) add(each);

  const placeOf = placesOf(sorted, parsedFiles);
  const locate = ({ piece, start, end }: Origin): Location => {
    const found = placeOf(piece);
    if (found === undefined) throw new Error('An origin of another analysis.');
    return { file: found.file, span: { start: found.start + start, end: found.start + end } };
  };
  const diagnostics: Diagnostic[] = [];
  let index = 0;
  parsedFiles.forEach(({ pieces }, at) => {
    const file = sorted[at] as SourceFile;
    if (file.invalidAt !== undefined) diagnostics.push(invalidEncoding(file, file.invalidAt));
    const end = index + pieces.length;
    for (; index < end; index++) {
      const { piece, ignores } = declared[index] as DeclaredPiece;
      const found = byPiece.get(piece);
      if (found === undefined && ignores.length === 0) continue;
      const kept = applyIgnores(found ?? [], ignores)
        .flatMap((each) => atLevel(each, levels) ?? [])
        .sort((a, b) => a.origin.start - b.origin.start || a.origin.end - b.origin.end);
      for (const each of kept) diagnostics.push(place(each, locate));
    }
  });

  const analysis: Analysis = {
    files: sorted,
    diagnostics,
    model,
    parsed: parsedFiles.reduce((sum, { parsed }) => sum + parsed, 0),
    locate,
    place: (each) => place(each, locate),
  };
  const byPath = new Map(sorted.map((file, at) => [file.path, parsedFiles[at] as ParsedFile]));
  stateOf.set(analysis, { parsedFiles: byPath, scope });
  return analysis;
}

/** What the next analysis can keep of one. */
interface State {
  readonly parsedFiles: ReadonlyMap<string, ParsedFile>;
  readonly scope: Scope;
}

const stateOf = new WeakMap<Analysis, State>();

function modelOf(resolved: readonly ResolvedPiece[]) {
  const contacts = new Map<string, Contact>();
  const plans = new Map<string, Plan>();
  const schedules = new Map<string, Schedule>();
  const rotations = new Map<string, Rotation>();
  const externs = new Map<string, Extern>();
  const tests: Test[] = [];
  let project: Extract<Entity, { kind: 'project' }> | undefined;
  // Of two of one name the first counts; the second is marked.
  const put = <T extends { readonly name: string }>(map: Map<string, T>, entity: T): void => {
    if (!map.has(entity.name)) map.set(entity.name, entity);
  };
  for (const { entities } of resolved) {
    for (const entity of entities) {
      if (entity.kind === 'contact') put(contacts, entity);
      else if (entity.kind === 'plan') put(plans, entity);
      else if (entity.kind === 'schedule') put(schedules, entity);
      else if (entity.kind === 'rotation') put(rotations, entity);
      else if (entity.kind === 'extern') put(externs, entity);
      else if (entity.kind === 'test') tests.push(entity);
      else project ??= entity;
    }
  }
  const model: Model = { project, contacts, plans, schedules, rotations, externs, tests };
  return { model, lint: project?.lint ?? [] };
}

function usesOf(resolved: readonly ResolvedPiece[]) {
  const uses = new Map<string, DeclaredUse>();
  const reaches = new Map<string, DeclaredUse>();
  for (const piece of resolved) {
    for (const use of piece.uses) {
      const key = `${use.kind} ${use.name}`;
      if (!uses.has(key)) uses.set(key, use);
      if (use.reaches && !reaches.has(key)) reaches.set(key, use);
    }
  }
  return { uses, reaches };
}

/** Looks up where a piece lies; the table is made when first asked for. */
function placesOf(files: readonly SourceFile[], parsed: readonly ParsedFile[]) {
  let places: Map<Piece, { readonly file: SourceFile; readonly start: number }> | undefined;
  return (piece: Piece) => {
    if (places === undefined) {
      places = new Map();
      for (const [at, { pieces, starts }] of parsed.entries()) {
        const file = files[at] as SourceFile;
        for (const [index, each] of pieces.entries()) {
          places.set(each, { file, start: starts[index] as number });
        }
      }
    }
    return places.get(piece);
  };
}

function invalidEncoding(file: SourceFile, offset: number): Diagnostic {
  const piece: Piece = file;
  const found = finding('invalid-encoding', { piece, start: offset, end: offset + 1 });
  return place(found, ({ start, end }) => ({ file, span: { start, end } }));
}
