/** From findings in pieces to diagnostics of a file: those that nothing silences, placed and in order. */
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import { invalidEncoding, place } from '../diagnostics/place.ts';
import type { ParsedPiece } from '../syntax/parse.ts';
import { relateNext } from '../syntax/relate-next.ts';
import type { Location, Origin, Piece } from '../text/piece.ts';
import { lowerBound } from '../text/search.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Project } from './model.ts';
import type { Unit, UnitFile } from './program/unit.ts';
import { applyIgnores, atLevel, type Levels } from './silence.ts';

/** What a project says of codes, and what is to be said of that. */
export interface Silencing {
  readonly by: Project | undefined;
  /** Levels that the caller sets. */
  readonly caller: Levels;
  readonly isTimeKnown: boolean;
  readonly levels: Levels;
  readonly findings: readonly Finding[];
  /** Codes that no rule looked for. */
  readonly notLookedFor: ReadonlySet<string>;
}

/** Findings by the piece that they lie in. */
export type FindingsByPiece = ReadonlyMap<Piece, readonly Finding[]>;

export interface Diagnosed {
  readonly file: SourceFile;
  readonly units: readonly Unit[];
  readonly silencing: Silencing;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it follows from the file alone: nothing of it was found, or lies, in another. */
  readonly alone: boolean;
}

/**
 * What was diagnosed before is kept where it would be the same. Besides what was found in units
 * there may be findings in them that are about the project as a whole.
 */
export function diagnose(
  file: SourceFile,
  unitFile: UnitFile,
  ofAll: FindingsByPiece | undefined,
  silencing: Silencing,
  locate: (origin: Origin) => Location,
  before: Diagnosed | undefined,
): Diagnosed {
  const { parsed, units } = unitFile;
  if (
    ofAll === undefined &&
    before?.alone === true &&
    before.file === file &&
    before.units === units &&
    before.silencing === silencing
  ) {
    return before;
  }
  const diagnostics: Diagnostic[] = [];
  let alone = ofAll === undefined;
  for (const at of telling(unitFile, ofAll)) {
    const piece = parsed.pieces[at] as ParsedPiece;
    const { declared, resolved, checked } = units[at] as Unit;
    const start = parsed.starts[at] as number;
    const locateNear = (origin: Origin): Location => {
      if (origin.piece !== piece) return locate(origin);
      return { file, span: { start: start + origin.start, end: start + origin.end } };
    };
    const findings = [
      ...piece.findings.map((finding) => relateNext(parsed, at, finding)),
      ...declared.findings,
      ...resolved.findings,
      ...(ofAll?.get(piece) ?? []),
      ...checked.findings.filter(({ origin }) => origin.piece === piece),
    ];
    const kept = applyIgnores(findings, declared.ignores, silencing.notLookedFor)
      .filter((finding) => !isUndecoded(file, finding, locateNear))
      .flatMap((finding) => atLevel(finding, silencing.levels) ?? [])
      .sort((a, b) => a.origin.start - b.origin.start || a.origin.end - b.origin.end);
    for (const finding of kept) {
      const diagnostic = place(finding, locateNear);
      diagnostics.push(diagnostic);
      alone &&= liesIn(file, diagnostic);
    }
  }
  const { invalidAt } = file;
  if (invalidAt !== undefined) {
    const behind = lowerBound(diagnostics, invalidAt, ({ location }) => location.span.start);
    diagnostics.splice(behind, 0, invalidEncoding(file, invalidAt));
  }
  return { file, units, silencing, diagnostics, alone };
}

/** Units of which there may be something to tell, in order: in a large file a few of many. */
function telling(
  { quiet, indexOf }: UnitFile,
  ofAll: FindingsByPiece | undefined,
): readonly number[] {
  const found = new Set<number>();
  for (let at = quiet.indexOf(false); at >= 0; at = quiet.indexOf(false, at + 1)) found.add(at);
  for (const piece of ofAll?.keys() ?? []) found.add(indexOf(piece));
  return [...found].sort((a, b) => a - b);
}

function liesIn(file: SourceFile, { related, fixes }: Diagnostic): boolean {
  return [...related, ...fixes.flatMap(({ edits }) => edits)].every(
    ({ location }) => location.file === file,
  );
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
