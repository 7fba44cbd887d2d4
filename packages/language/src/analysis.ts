/** The one way from files to diagnostics and model, for editor and command line alike. */
import { codesAboutTime } from './diagnostics/about-time.ts';
import type { Diagnostic, Finding } from './diagnostics/diagnostic.ts';
import { invalidEncoding, place } from './diagnostics/place.ts';
import { isMisread } from './semantics/besides.ts';
import { type DeclaredPiece, declare } from './semantics/declare/declare.ts';
import type { Contact, Extern, Model, Plan, Rotation, Schedule, Test } from './semantics/model.ts';
import type { Use } from './semantics/resolve/references.ts';
import { type Entity, type ResolvedPiece, resolve } from './semantics/resolve/resolve.ts';
import { type Scope, scopeOf } from './semantics/resolve/scope.ts';
import { check, type Surroundings } from './semantics/rules/check.ts';
import type { Rule } from './semantics/rules/rule.ts';
import { rules } from './semantics/rules/rules.ts';
import { applyIgnores, atLevel, type Levels, levelsOf } from './semantics/silence.ts';
import { wrongNameFindings } from './semantics/wrong-names.ts';
import { type ParsedFile, type ParsedPiece, parse } from './syntax/parse.ts';
import { relateNext } from './syntax/relate-next.ts';
import type { Location, Origin, Piece } from './text/piece.ts';
import { lowerBound } from './text/search.ts';
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

export interface AnalyzeOptions {
  /** The analysis before: what did not change is kept. */
  readonly previous?: Analysis | undefined;
  /** Rules of those who know more than the language, such as time; checked after its own. */
  readonly rules?: readonly Rule[];
}

/** Parses and checks a project: all its files, as one program. Never throws for what is in them. */
export function analyze(
  files: readonly SourceFile[],
  { previous, rules: further = [] }: AnalyzeOptions = {},
): Analysis {
  const before = previous === undefined ? undefined : states.get(previous);
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const parsed = sorted.map(({ path, text }) => parse(text, before?.files.get(path)?.parsed));
  const declared = parsed.map((file, at) => {
    return keep(file, before?.files.get(pathAt(at))?.declared, declare);
  });
  const scope = scopeOf(
    parsed.flatMap(({ pieces }) => pieces),
    before?.scope,
  );
  const last = scope.people === before?.scope.people ? before?.files : undefined;
  const resolved = parsed.map((file, at) => {
    return keep(file, last?.get(pathAt(at))?.resolved, (piece) => resolve(piece, scope));
  });
  const ofFiles = sorted.map(
    (file, at): FileState => ({
      file,
      pieces: (parsed[at] as ParsedFile).pieces,
      starts: (parsed[at] as ParsedFile).starts,
      parsed: parsed[at] as ParsedFile,
      declared: declared[at] as DeclaredPiece[],
      resolved: resolved[at] as ResolvedPiece[],
    }),
  );
  function pathAt(index: number): string {
    return (sorted[index] as SourceFile).path;
  }

  const { model, lint } = modelOf(resolved, scope);
  const { levels, findings: ofLevels } = levelsOf(lint);
  const notLookedFor = further.length > 0 ? new Set<string>() : codesAboutTime;
  const locate = locator(ofFiles);
  const found = findingsOf(ofFiles, scope, model, [...rules, ...further]);
  for (const each of ofLevels) found.add(each);

  const analysis: Analysis = {
    files: sorted,
    diagnostics: ofFiles.flatMap((state) =>
      diagnosticsOf(state, found, { levels, notLookedFor }, locate),
    ),
    model,
    parsed: parsed.reduce((sum, file) => sum + file.parsed, 0),
    locate,
    place: (finding) => place(finding, locate),
  };
  states.set(analysis, { files: new Map(ofFiles.map((state) => [state.file.path, state])), scope });
  return analysis;
}

/** What queries read of an analysis besides its model. */
export interface AnalysisState {
  readonly files: ReadonlyMap<string, FilePieces>;
  readonly scope: Scope;
}

/** The pieces of a file, each with its tree (`declarations`), and where each starts. */
export interface FilePieces {
  readonly file: SourceFile;
  readonly pieces: readonly ParsedPiece[];
  readonly starts: readonly number[];
}

export function stateOf(analysis: Analysis): AnalysisState {
  const state = states.get(analysis);
  if (state === undefined) throw new Error('This analysis was not made by analyze().');
  return state;
}

/** A file at every stage; the lists run in step with its pieces. */
interface FileState extends FilePieces {
  readonly parsed: ParsedFile;
  readonly declared: readonly DeclaredPiece[];
  readonly resolved: readonly ResolvedPiece[];
}

/** What the next analysis can keep of one. */
interface State {
  readonly files: ReadonlyMap<string, FileState>;
  readonly scope: Scope;
}

const states = new WeakMap<Analysis, State>();

/** What a stage makes of each piece; that of before where the piece is of before. */
function keep<T>(
  { pieces, kept: { head, tail } }: ParsedFile,
  last: readonly T[] | undefined,
  make: (piece: ParsedPiece) => T,
): readonly T[] {
  if (last === undefined) return pieces.map(make);
  return [
    ...last.slice(0, head),
    ...pieces.slice(head, pieces.length - tail).map(make),
    ...last.slice(last.length - tail),
  ];
}

/** Findings by the piece that they lie in. */
class Findings {
  readonly #byPiece = new Map<Piece, Finding[]>();

  add(finding: Finding): void {
    addTo(this.#byPiece, finding.origin.piece, finding);
  }

  in(piece: Piece): readonly Finding[] {
    return this.#byPiece.get(piece) ?? [];
  }
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function findingsOf(
  states: readonly FileState[],
  scope: Scope,
  model: Model,
  rules: readonly Rule[],
): Findings {
  const found = new Findings();
  const unsound = new Map<Piece, number[]>();
  for (const { parsed, declared, resolved } of states) {
    for (const [at, { piece, findings }] of declared.entries()) {
      const { findings: ofNames, unsure } = resolved[at] as ResolvedPiece;
      for (const offset of unsure) addTo(unsound, piece, offset);
      const ofText = piece.findings.map((finding) => relateNext(parsed, at, finding));
      for (const list of [ofText, findings, ofNames]) {
        for (const finding of list) {
          found.add(finding);
          if (finding.severity === 'error') addTo(unsound, piece, finding.origin.start);
        }
      }
    }
  }
  for (const offsets of unsound.values()) offsets.sort((a, b) => a - b);
  for (const finding of scope.findings) found.add(finding);
  const wrongNames = states.flatMap(({ declared }) => declared.flatMap((each) => each.wrongNames));
  for (const finding of wrongNameFindings(wrongNames, scope)) found.add(finding);
  const surroundings = { uses: usesOf(states), perhaps: scope.perhaps, unsound };
  for (const finding of check(model, surroundings, rules)) {
    if (!isMisread(finding.origin)) found.add(finding);
  }
  return found;
}

function diagnosticsOf(
  { file, declared }: FileState,
  found: Findings,
  { levels, notLookedFor }: { readonly levels: Levels; readonly notLookedFor: ReadonlySet<string> },
  locate: (origin: Origin) => Location,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { piece, ignores } of declared) {
    const findings = found.in(piece);
    if (findings.length === 0 && ignores.length === 0) continue;
    const kept = applyIgnores(findings, ignores, notLookedFor)
      .filter((finding) => !isUndecoded(file, finding, locate))
      .flatMap((finding) => atLevel(finding, levels) ?? [])
      .sort((a, b) => a.origin.start - b.origin.start || a.origin.end - b.origin.end);
    for (const finding of kept) diagnostics.push(place(finding, locate));
  }
  const { invalidAt } = file;
  if (invalidAt === undefined) return diagnostics;
  const behind = lowerBound(diagnostics, invalidAt, ({ location }) => location.span.start);
  return diagnostics.toSpliced(behind, 0, invalidEncoding(file, invalidAt));
}

/** Whether it may be but a consequence of bytes that are not UTF-8, which are told once a file. */
function isUndecoded(
  { invalidAt }: SourceFile,
  { code, origin }: Finding,
  locate: (origin: Origin) => Location,
): boolean {
  if (invalidAt === undefined) return false;
  const { piece, start, end } = origin;
  if (piece.text.slice(start, end).includes('\uFFFD')) return true;
  // A file that is no text at all would be full of them.
  return code === 'unexpected-character' && locate(origin).span.start > invalidAt;
}

function modelOf(resolved: readonly (readonly ResolvedPiece[])[], { people }: Scope) {
  const contacts = new Map<string, Contact>();
  const plans = new Map<string, Plan>();
  const schedules = new Map<string, Schedule>();
  const rotations = new Map<string, Rotation>();
  const externs = new Map<string, Extern>();
  const tests: Test[] = [];
  let project: Extract<Entity, { kind: 'project' }> | undefined;
  // Of two of one name the first counts; the second is marked.
  const put = <T extends { readonly kind: string; readonly name: string }>(
    map: Map<string, T>,
    entity: T,
  ): void => {
    const kind =
      entity.kind === 'rotation' ? entity.kind : people.get(entity.name)?.declaration.kind;
    if (kind === entity.kind && !map.has(entity.name)) map.set(entity.name, entity);
  };
  for (const { entities } of resolved.flat()) {
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

function usesOf(states: readonly FileState[]): Surroundings['uses'] {
  const uses = {
    contact: new Map<string, Use>(),
    plan: new Map<string, Use>(),
    schedule: new Map<string, Use>(),
    extern: new Map<string, Use>(),
    rotation: new Map<string, Use>(),
    template: new Map<string, Use>(),
  };
  for (const { resolved } of states) {
    for (const piece of resolved) {
      for (const use of piece.uses) {
        const known = uses[use.kind].get(use.name);
        if (known === undefined || weightOf(use) > weightOf(known)) {
          uses[use.kind].set(use.name, use);
        }
      }
    }
  }
  return uses;
}

/** What pages for good counts for more than a test, and that for more than what only names. */
function weightOf({ reaches, by }: Use): number {
  return reaches ? (by.kind === 'test' ? 1 : 2) : 0;
}

/** Looks up where origins lie; the table is made when first asked for. */
function locator(states: readonly FileState[]): (origin: Origin) => Location {
  let places: Map<Piece, { readonly file: SourceFile; readonly start: number }> | undefined;
  return ({ piece, start, end }) => {
    if (places === undefined) {
      places = new Map();
      for (const { file, parsed } of states) {
        for (const [at, each] of parsed.pieces.entries()) {
          places.set(each, { file, start: parsed.starts[at] as number });
        }
      }
    }
    const found = places.get(piece);
    if (found === undefined) throw new Error('This origin is of another analysis.');
    return { file: found.file, span: { start: found.start + start, end: found.start + end } };
  };
}
