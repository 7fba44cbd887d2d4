/** What may be changed at a stretch of a file: what is wrong mended or silenced, stages shared. */
import type { Analysis } from '../analysis.ts';
import type { Span } from '../text/span.ts';
import { addStage } from './changes/add-stage.ts';
import type { Change } from './changes/change.ts';
import { declareMissing } from './changes/declare-missing.ts';
import { extractTemplate, inlineTemplate } from './changes/share-stages.ts';
import { silence } from './changes/silence.ts';

export type { Change };

/** Those of diagnostics, their own fixes first, and then the others. */
export function changesFor(analysis: Analysis, path: string, span: Span): readonly Change[] {
  const found = analysis
    .diagnosticsOf(path)
    .filter(({ location: { span: at } }) => at.start <= span.end && span.start <= at.end);
  return [
    ...found.flatMap((diagnostic) =>
      diagnostic.fixes.map((fix): Change => ({ kind: 'mend', diagnostic, ...fix })),
    ),
    ...found.flatMap((diagnostic) => declareMissing(analysis, diagnostic)),
    ...found.flatMap((diagnostic) => addStage(analysis, diagnostic)),
    ...extractTemplate(analysis, path, span),
    ...inlineTemplate(analysis, path, span),
    ...found.flatMap((diagnostic) => silence(analysis, diagnostic)),
  ];
}
