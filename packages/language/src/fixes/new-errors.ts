import type { Analysis } from '../analysis.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
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
  const places = known.filter(isError).map(({ code, location: { span } }) => ({
    code,
    start: edits.movedStart({ path, ...span }),
    end: edits.movedEnd({ path, ...span }),
  }));
  return found.filter(isError).some(({ code, location: { span } }) => {
    const at = places.findIndex(
      (place) => place.code === code && span.start <= place.end && place.start <= span.end,
    );
    if (at === -1) return true;
    // One that was there excuses one that is.
    places.splice(at, 1);
    return false;
  });
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
