/** The one way from files to diagnostics and model, for editor and command line alike. */
import { codesAboutTime } from './diagnostics/about-time.ts';
import type { Diagnostic, Finding } from './diagnostics/diagnostic.ts';
import { place } from './diagnostics/place.ts';
import { type Diagnosed, diagnose, type Silencing } from './semantics/diagnose.ts';
import type { Model } from './semantics/model.ts';
import { projectOf } from './semantics/program/facts.ts';
import { modelOf } from './semantics/program/model-of.ts';
import {
  emptyProgram,
  findingsOfAll,
  type Program,
  programOf,
} from './semantics/program/program.ts';
import type { UnitFile } from './semantics/program/unit.ts';
import type { Scope } from './semantics/resolve/scope.ts';
import type { Rule } from './semantics/rules/rule.ts';
import { rules } from './semantics/rules/rules.ts';
import { type Levels, levelsOf, noLevels, unwanted } from './semantics/silence.ts';
import { type ParsedPiece, parse } from './syntax/parse.ts';
import type { Location, Origin } from './text/piece.ts';
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
  /** The diagnostics of a file; most often the same list as before where they are the same. */
  diagnosticsOf(path: string): readonly Diagnostic[];
  /** Where an origin lies in the files of this analysis. */
  locate(origin: Origin): Location;
  /** A finding of a later stage (compiler, simulator), placed. */
  place(finding: Finding): Diagnostic;
}

export interface AnalyzeOptions {
  /** The analysis before: what did not change is kept. */
  readonly previous?: Analysis | undefined;
  /**
   * Rules of those who know more than the language, such as time; checked after its own. What the
   * same ones found is kept: one that knows something else now must be another.
   */
  readonly rules?: readonly Rule[];
  /** Severities by code, before those that the project sets; an error keeps its own. */
  readonly levels?: Levels;
}

/** Parses and checks a project: all its files, as one program. Never throws for what is in them. */
export function analyze(
  files: readonly SourceFile[],
  { previous, rules: further = [], levels = noLevels }: AnalyzeOptions = {},
): Analysis {
  const before = previous && stateOfAnalysis.get(previous);
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const parsed = new Map(
    sorted.map(({ path, text }) => [
      path,
      parse(text, before?.program.files.get(path)?.parsed, path),
    ]),
  );
  const program = programOf(
    parsed,
    [...rules, ...further],
    levels,
    before?.program ?? emptyProgram,
  );
  const silencing = silencingOf(program, further.length > 0, before?.silencing);
  const locate = locator(sorted, program);
  const found = findingsOfAll(program, silencing.findings);
  const states = new Map(
    sorted.map((file): [string, FileState] => {
      const { path } = file;
      const unitFile = program.files.get(path) as UnitFile;
      const last = before?.files.get(path)?.diagnosed;
      const diagnosed = diagnose(file, unitFile, found.get(path), silencing, locate, last);
      const { pieces, starts } = unitFile.parsed;
      return [path, { file, pieces, starts, diagnosed }];
    }),
  );
  const state = { files: states, scope: program.facts.scope, program, silencing, locate };
  return analysisOf(
    state,
    [...parsed.values()].reduce((sum, file) => sum + file.parsed, 0),
  );
}

/** Made apart, since what a function closes over is kept: the analysis before must not be. */
function analysisOf(state: State, parsed: number): Analysis {
  const { files, program, locate } = state;
  let diagnostics: readonly Diagnostic[] | undefined;
  let model: Model | undefined;
  const analysis: Analysis = {
    files: [...files.values()].map(({ file }) => file),
    get diagnostics() {
      diagnostics ??= [...files.values()].flatMap(({ diagnosed }) => diagnosed.diagnostics);
      return diagnostics;
    },
    get model() {
      model ??= modelOf(program);
      return model;
    },
    parsed,
    diagnosticsOf: (path) => files.get(path)?.diagnosed.diagnostics ?? [],
    locate,
    place: (finding) => place(finding, locate),
  };
  stateOfAnalysis.set(analysis, state);
  return analysis;
}

/** What queries read of an analysis besides its model. */
export interface AnalysisState {
  /** By path, in the order of paths. */
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
  const state = stateOfAnalysis.get(analysis);
  if (state === undefined) throw new Error('This analysis was not made by analyze().');
  return state;
}

/** What the next analysis can keep of one. */
interface State extends AnalysisState {
  readonly files: ReadonlyMap<string, FileState>;
  readonly program: Program;
  readonly silencing: Silencing;
  readonly locate: (origin: Origin) => Location;
}

interface FileState extends FilePieces {
  readonly diagnosed: Diagnosed;
}

const stateOfAnalysis = new WeakMap<Analysis, State>();

/** As before while the project is, so that the diagnostics may be too. */
function silencingOf(
  { facts, levels: caller }: Program,
  isTimeKnown: boolean,
  before: Silencing | undefined,
): Silencing {
  const project = projectOf(facts);
  if (before?.by === project && before?.caller === caller && before?.isTimeKnown === isTimeKnown) {
    return before;
  }
  const lint = project?.lint ?? [];
  const notLookedFor = new Set([...(isTimeKnown ? [] : codesAboutTime), ...unwanted(lint, caller)]);
  const { levels, findings } = levelsOf(lint);
  return {
    by: project,
    caller,
    isTimeKnown,
    notLookedFor,
    levels: new Map([...levels, ...caller]),
    findings,
  };
}

function locator(sorted: readonly SourceFile[], program: Program): (origin: Origin) => Location {
  const files = new Map(sorted.map((file) => [file.path, file]));
  return ({ piece, start, end }) => {
    const { path } = piece as ParsedPiece;
    const file = files.get(path);
    const unitFile = program.files.get(path);
    const from = unitFile?.parsed.starts[unitFile.indexOf(piece)];
    if (file === undefined || from === undefined) {
      throw new Error('This origin is of another analysis.');
    }
    return { file, span: { start: from + start, end: from + end } };
  };
}
