/** Pictures of the declaration that one is at: who is paged, who is on call, who pages whom. */
import type { Origin } from '@oncall/language';
import {
  type Preview,
  type PreviewSubject,
  pictureStyle,
  preview as previewOf,
} from '@oncall/simulator/pictures';
import type { Position, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { testAt } from './project-tests.ts';
import { subjectAt } from './subject-at.ts';

export interface PreviewParams extends TextDocumentPositionParams {
  /** Pixels that there are for the pictures. */
  readonly width?: number;
}

export interface PreviewAnswer extends Preview {
  /** The rules that the pictures share: they have none of their own. */
  readonly style: string;
}

export function preview(snapshot: Snapshot, { position, width }: PreviewParams): PreviewAnswer {
  const { analysis, now } = snapshot;
  const source = (origin: Origin): string => {
    const { uri, range } = snapshot.locationOf(analysis.locate(origin));
    return `${uri}#L${range.start.line + 1},${range.start.character + 1}`;
  };
  const subject = subjectOf(snapshot, position);
  const made = previewOf(analysis.model, subject, now, { source, style: 'shared', width });
  return { ...made, style: pictureStyle() };
}

function subjectOf(snapshot: Snapshot, position: Position): PreviewSubject {
  const entry = subjectAt(snapshot, position);
  switch (entry?.kind) {
    case 'plan':
    case 'contact':
    case 'schedule':
    case 'rotation':
    case 'extern':
      return { kind: entry.kind, name: entry.name };
    case 'test':
      return testAt(snapshot, entry.nameSpan.start)?.page.target ?? { kind: 'project' };
    default:
      return { kind: 'project' };
  }
}
