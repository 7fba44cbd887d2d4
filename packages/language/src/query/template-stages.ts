/** The stages that a template brings, as a contact that uses it has them. */
import { type Analysis, stateOf } from '../analysis.ts';

export interface TemplateStage {
  /** Whole minutes. */
  readonly minutes: number;
  readonly targets: readonly {
    readonly channel: string;
    /** Whole minutes. */
    readonly retry: { readonly value: number } | undefined;
  }[];
}

export function templateStages(analysis: Analysis, name: string): readonly TemplateStage[] {
  const stages = stateOf(analysis).scope.templates.get(name)?.declaration.items ?? [];
  return stages.flatMap(({ duration, items }) => {
    if (duration?.value === undefined) return [];
    const targets = items.flatMap(({ target, retry }) =>
      target?.kind === 'name'
        ? [
            {
              channel: target.text,
              retry: retry?.value === undefined ? undefined : { value: retry.value / 60 },
            },
          ]
        : [],
    );
    return [{ minutes: duration.value / 60, targets }];
  });
}
