/** All mends of a file at once, or those of one code that there is no choice about. */
import { applyFixes, type Change, certainFix, type Fix, textChanges } from '@oncall/language';
import type { Snapshot } from '../../workspace/snapshot.ts';

type Diagnostics = Snapshot['analysis']['diagnostics'];

/** What `oncall lint --fix` would make of the file. */
export function fixAll({ analysis, file, rules }: Snapshot): readonly Fix[] {
  const wanted = ({ location }: Diagnostics[number]): boolean => location.file.path === file.path;
  if (!analysis.diagnosticsOf(file.path).some((it) => certainFix(it) !== undefined)) return [];
  const { analysis: mended } = applyFixes(analysis, { wanted, rules });
  const edits = mended.files.flatMap(({ text }, index) => {
    const before = analysis.files[index] as Snapshot['file'];
    return textChanges(0, before.text, text).map(({ start, end, text: put }) => {
      return { location: { file: before, span: { start, end } }, text: put };
    });
  });
  return edits.length === 0 ? [] : [{ title: 'Fix all that is certain', edits }];
}

/** For each code of some changes that has several places in the file. */
export function fixesOfOneKind(snapshot: Snapshot, changes: readonly Change[]): readonly Fix[] {
  const codes = new Set(
    changes.flatMap(({ kind, diagnostic }) =>
      kind === 'mend' && diagnostic?.fixes.length === 1 ? diagnostic.code : [],
    ),
  );
  if (codes.size === 0) return [];
  const all = fixable(snapshot);
  return [...codes].flatMap((code) => {
    const alike = all.filter((each) => each.code === code);
    return alike.length > 1
      ? together(`Fix all ${alike.length} of ${code} in this file`, alike)
      : [];
  });
}

function fixable({ analysis, file }: Snapshot): Diagnostics {
  return analysis.diagnosticsOf(file.path).filter(({ fixes }) => fixes.length === 1);
}

/** Those that do not overlap one before them; of what is left the next time takes care. */
function together(title: string, diagnostics: Diagnostics): readonly Fix[] {
  const edits: Fix['edits'][number][] = [];
  for (const { fixes } of diagnostics) {
    const own = fixes.flatMap((fix) => fix.edits);
    if (!own.some((one) => edits.some((other) => overlap(one, other)))) edits.push(...own);
  }
  return edits.length === 0 ? [] : [{ title, edits }];
}

function overlap(
  { location: one }: Fix['edits'][number],
  { location: other }: Fix['edits'][number],
): boolean {
  if (one.file.path !== other.file.path) return false;
  // Two at one place have no order.
  if (one.span.start === other.span.start) return true;
  return one.span.start < other.span.end && other.span.start < one.span.end;
}
