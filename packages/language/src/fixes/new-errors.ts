import type { Analysis } from '../analysis.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { Edits } from './edits.ts';

/** Whether there is an error after some edits of which none of its code lay there before. */
export function bringsError(before: Analysis, after: Analysis, edits: Edits): boolean {
  return after.files.some(({ path }) => {
    const found = after.diagnosticsOf(path);
    const known = before.diagnosticsOf(path);
    return found !== known && hasNew(path, found, known, edits);
  });
}

function hasNew(
  path: string,
  found: readonly Diagnostic[],
  known: readonly Diagnostic[],
  edits: Edits,
): boolean {
  // Both lie in order, so that each is looked at once.
  const places = new Map<string, Span[]>();
  for (const { code, location } of known.filter(isError)) {
    const start = edits.movedStart({ path, ...location.span });
    const end = edits.movedEnd({ path, ...location.span });
    const ofCode = places.get(code);
    if (ofCode === undefined) places.set(code, [{ start, end }]);
    else ofCode.push({ start, end });
  }
  const next = new Map<string, number>();
  return found.filter(isError).some(({ code, location: { span } }) => {
    const ofCode = places.get(code) ?? [];
    let at = next.get(code) ?? 0;
    while ((ofCode[at]?.end ?? Number.POSITIVE_INFINITY) < span.start) at += 1;
    // One that was there excuses one that is.
    next.set(code, at + 1);
    const place = ofCode[at];
    return place === undefined || place.start > span.end;
  });
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
