/**
 * Mends a project's text by the fixes of its diagnostics until there is none left to make. Those
 * that overlap are made one after the other, each by an analysis of the text as it is by then. None
 * is made that would bring an error that was not there. Only declarations that came out changed are
 * put into their one form.
 */
import { type Analysis, type AnalyzeOptions, analyze, stateOf } from '../analysis.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { formatEdits } from '../query/format-edits.ts';
import { lowerBound } from '../text/search.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import { certainFix } from './certain-fix.ts';
import { Edits } from './edits.ts';
import { bringsError } from './new-errors.ts';

export interface ApplyFixesOptions extends Omit<AnalyzeOptions, 'previous'> {
  /** Which diagnostics to mend; all where it is not given. */
  readonly wanted?: (diagnostic: Diagnostic) => boolean;
}

export interface AppliedFixes {
  /** Of the text that came out; the one given where nothing was mended. */
  readonly analysis: Analysis;
  /** In the order they were made, each placed in the text as it was by then. */
  readonly applied: readonly Mend[];
  /** Diagnostics of the text that came out whose fix would bring an error. */
  readonly refused: readonly Diagnostic[];
}

export interface Mend {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** Takes an analysis made with the same rules and levels. */
export function applyFixes(
  given: Analysis,
  { wanted = () => true, ...options }: ApplyFixesOptions = {},
): AppliedFixes {
  const applied: Mend[] = [];
  let analysis = given;
  let refused: readonly Place[] = [];
  let refusedAt = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const mends = mendsOf(analysis, wanted).filter((mend) => !refused.some(isAt(mend)));
    let chosen = apartFrom(mends);
    if (chosen.length === 0) {
      // What was refused may be fine since others were made.
      if (refused.length === 0 || refusedAt === applied.length) break;
      refused = [];
      continue;
    }
    // Where some of many bring an error, fewer are made, so that the others still come to it.
    for (;;) {
      const edits = new Edits(chosen.flatMap(({ fix }) => fix.edits));
      const next = analyze(edits.applyTo(analysis.files), { ...options, previous: analysis });
      if (!bringsError(analysis, next, edits)) {
        analysis = next;
        applied.push(...chosen);
        refused = refused.map((place) => ({ ...place, start: edits.movedStart(place) }));
        break;
      }
      const [first] = chosen;
      if (first !== undefined && chosen.length === 1) {
        refused = [...refused, placeOf(first)];
        refusedAt = applied.length;
        break;
      }
      chosen = chosen.slice(0, chosen.length >> 1);
    }
  }
  const formatted = new Edits(changedDeclarations(given, analysis));
  if (!formatted.isEmpty) {
    analysis = analyze(formatted.applyTo(analysis.files), { ...options, previous: analysis });
  }
  return { analysis, applied, refused: mendsOf(analysis, wanted).map((mend) => mend.diagnostic) };
}

/** More than any text needs: two fixes that undo each other would go on for ever. */
const mostRounds = 10_000;

/** Where a diagnostic is that is not to be mended. */
interface Place {
  readonly code: string;
  readonly path: string;
  readonly start: number;
}

function placeOf({ diagnostic: { code, location } }: Mend): Place {
  return { code, path: location.file.path, start: location.span.start };
}

function isAt(mend: Mend): (place: Place) => boolean {
  const { code, path, start } = placeOf(mend);
  return (place) => place.code === code && place.path === path && place.start === start;
}

function mendsOf(
  { diagnostics }: Analysis,
  wanted: (diagnostic: Diagnostic) => boolean,
): readonly Mend[] {
  return diagnostics.flatMap((diagnostic) => {
    const fix = wanted(diagnostic) ? certainFix(diagnostic) : undefined;
    return fix === undefined ? [] : [{ diagnostic, fix }];
  });
}

/** Those that do not meet one before them; the next round has the others. */
function apartFrom(mends: readonly Mend[]): readonly Mend[] {
  const taken = new Map<string, Span[]>();
  return mends.filter(({ fix }) => {
    const places = fix.edits.map(({ location: { file, span } }) => {
      const spans = taken.get(file.path) ?? [];
      taken.set(file.path, spans);
      return { spans, span };
    });
    if (places.some(({ spans, span }) => meets(spans, span))) return false;
    for (const { spans, span } of places) spans.splice(placeAmong(spans, span), 0, span);
    return true;
  });
}

/** Whether a span touches one of others, which lie in order and apart. */
function meets(spans: readonly Span[], span: Span): boolean {
  const at = placeAmong(spans, span);
  const [before, behind] = [spans[at - 1], spans[at]];
  return (
    (before !== undefined && before.end >= span.start) ||
    (behind !== undefined && behind.start <= span.end)
  );
}

function placeAmong(spans: readonly Span[], { start }: Span): number {
  return lowerBound(spans, start, (each) => each.start);
}

/** What puts those declarations into their one form whose text was not there before. */
function changedDeclarations(before: Analysis, after: Analysis): Fix['edits'] {
  const files = new Map(before.files.map((file) => [file.path, file]));
  return after.files.flatMap((file) => {
    if (file.text === files.get(file.path)?.text) return [];
    const known = new Set(piecesOf(before, file).map(({ text }) => text));
    return piecesOf(after, file)
      .filter(({ text }) => !known.has(text))
      .flatMap(({ start }) => formatEdits(after, file.path, { start, end: start }))
      .map(({ text, ...span }) => ({ location: { file, span }, text }));
  });
}

function piecesOf(analysis: Analysis, { path }: SourceFile) {
  const { pieces = [], starts = [] } = stateOf(analysis).files.get(path) ?? {};
  return pieces.map(({ text }, index) => ({ text, start: starts[index] as number }));
}
