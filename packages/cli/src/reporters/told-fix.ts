import type { Fix, Location } from '@oncall/language';
import { maskAddresses } from '../terminal/mask.ts';

/**
 * A fix as it may be told, addresses masked. One whose edits would spell out an address says it by
 * deletions alone, or is left out.
 */
export function toldFix(fix: Fix): Fix | undefined {
  const edits = fix.edits.flatMap((edit) =>
    holdsAddress(edit.text) ? (deletions(edit.location, edit.text) ?? [edit]) : [edit],
  );
  if (edits.some((edit) => holdsAddress(edit.text))) return undefined;
  return { ...fix, title: maskAddresses(fix.title), edits };
}

function holdsAddress(text: string): boolean {
  return maskAddresses(text) !== text;
}

/** What to delete at a place so that `wanted` is left; undefined where something must be added. */
function deletions({ file, span }: Location, wanted: string): Fix['edits'] | undefined {
  const edits: { location: Location; text: string }[] = [];
  let kept = 0;
  for (let offset = span.start; offset < span.end; offset += 1) {
    if (file.text[offset] === wanted[kept]) kept += 1;
    else edits.push({ location: { file, span: { start: offset, end: offset + 1 } }, text: '' });
  }
  return kept === wanted.length ? edits : undefined;
}
