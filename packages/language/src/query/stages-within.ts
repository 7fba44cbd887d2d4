/** The stages of a stretch of text, and when each starts after what it is a stage of. */
import { type Analysis, stateOf } from '../analysis.ts';
import type * as ast from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { piecesTouching } from './pieces.ts';

export interface StageWithin {
  /** Of its duration, in the file. */
  readonly span: Span;
  /** Seconds after the first stage of its contact, plan or template. */
  readonly startsAfter: number;
}

export function* stagesWithin(
  analysis: Analysis,
  path: string,
  within: Span,
): Iterable<StageWithin> {
  const { templates } = stateOf(analysis).scope;
  const lengthOf = (name: string): number => {
    const stages = templates.get(name)?.declaration.items ?? [];
    return stages.reduce((sum, { duration }) => sum + (duration?.value ?? 0), 0);
  };
  for (const { piece, start } of piecesTouching(analysis, path, within)) {
    for (const { items } of piece.declarations.filter(hasStages)) {
      let startsAfter = 0;
      for (const item of items) {
        if (item.kind === 'use' && item.name !== undefined) startsAfter += lengthOf(item.name.text);
        if (item.kind !== 'stage' || item.duration === undefined) continue;
        const span = { start: start + item.duration.start, end: start + item.duration.end };
        if (span.end >= within.start && span.start <= within.end) yield { span, startsAfter };
        startsAfter += item.duration.value ?? 0;
      }
    }
  }
}

type Staged = ast.ContactDeclaration | ast.PlanDeclaration | ast.TemplateDeclaration;

function hasStages(declaration: ast.Declaration): declaration is Staged {
  return ['contact', 'plan', 'template'].includes(declaration.kind);
}
