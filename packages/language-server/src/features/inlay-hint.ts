/** What files do not say but mean: when stages start, days and offsets of dates, masked values. */
import { maskAddress } from '@oncall/compiler';
import { offsetAt, stagesWithin, type Thing, thingsWithin } from '@oncall/language';
import { dayText, lengthText } from '@oncall/simulator';
import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { instantWritten, offsetWords } from './hover/time-words.ts';

export function inlayHint(snapshot: Snapshot, { range }: InlayHintParams): InlayHint[] {
  const { analysis, file } = snapshot;
  const within = { start: snapshot.offsetAt(range.start), end: snapshot.offsetAt(range.end) };
  const hints: InlayHint[] = [];
  const add = (offset: number, label: string, tooltip: string): void => {
    const position = snapshot.positionAt(offset);
    hints.push({ position, label, tooltip, kind: InlayHintKind.Type, paddingLeft: true });
  };
  for (const { span, startsAfter } of stagesWithin(analysis, file.path, within)) {
    if (startsAfter === 0) continue;
    const after = lengthText(startsAfter);
    add(span.end, `+${after}`, `This stage starts ${after} after the first.`);
  }
  for (const { span, thing } of thingsWithin(analysis, file.path, within)) {
    if (thing.kind === 'date-time') {
      const day = dayOf(thing);
      if (day !== undefined) add(span.end, day, `By the clocks of ${thing.zone ?? 'UTC'}.`);
    } else if (thing.kind === 'variable') {
      const value = snapshot.variable(thing.name);
      if (value !== undefined)
        add(span.end, `= ${maskAddress(value)}`, 'As it is set here, masked.');
    }
  }
  return hints;
}

/** `Mon UTC-05:00`; of an instant in a zone, by its clocks. */
function dayOf({ at, zone }: Extract<Thing, { kind: 'date-time' }>): string | undefined {
  const instant = instantWritten(at, zone);
  if (instant === undefined) return undefined;
  const shown = zone ?? 'UTC';
  const day = dayText(shown, instant);
  return `${day} ${offsetWords(offsetAt(shown, instant))}`;
}
