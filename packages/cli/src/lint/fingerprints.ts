import { type Analysis, type Diagnostic, type OutlineEntry, outline } from '@oncall/language';
import { looksBack, maskLine } from '../terminal/mask.ts';

/** What a diagnostic is known by while lines, files and messages change. */
export interface Identity {
  /** The declaration that it lies in, such as `contact alice`; empty where it lies in none. */
  readonly within: string;
  readonly fingerprint: string;
}

/**
 * Made of the code, the declaration, and the text that is marked, its addresses masked; of several
 * alike each counts those before it. Lines have no part in it, nor has the file, nor the message,
 * which may tell of the time.
 */
export function fingerprints(analysis: Analysis): ReadonlyMap<Diagnostic, Identity> {
  const outlines = new Map<string, readonly OutlineEntry[]>();
  const alike = new Map<string, number>();
  return new Map(
    analysis.diagnostics.map((diagnostic) => {
      const { path } = diagnostic.location.file;
      const entries = outlines.get(path) ?? outline(analysis, path);
      outlines.set(path, entries);
      const within = declarationAround(diagnostic, entries);
      const marked = JSON.stringify([diagnostic.code, within, markedText(diagnostic)]);
      const before = alike.get(marked) ?? 0;
      alike.set(marked, before + 1);
      const fingerprint = hashOf(before === 0 ? marked : `${marked} ${before}`);
      return [diagnostic, { within, fingerprint }];
    }),
  );
}

/** Of texts that hold no address in full, which few tries would find again. */
export function hashOf(text: string): string {
  // Most runs hash nothing, and it takes 3 ms to load.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function declarationAround(
  { location: { span } }: Diagnostic,
  entries: readonly OutlineEntry[],
): string {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as OutlineEntry).location.span.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low];
  if (entry === undefined || entry.location.span.start > span.start) return '';
  return entry.name === entry.kind ? entry.kind : `${entry.kind} ${entry.name}`;
}

function markedText({ location: { file, span } }: Diagnostic): string {
  const { text } = file;
  const marked = text.slice(span.start, Math.min(span.end, span.start + mostCompared));
  const before = text.slice(Math.max(0, span.start - looksBack), span.start);
  return maskLine(marked, before).replace(/\s+/g, ' ');
}

const mostCompared = 200;
