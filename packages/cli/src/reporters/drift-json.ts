import type { Drifted } from '@oncall/compiler';
import type { Survey } from '../deployment/survey.ts';
import { countSides } from './drift-text.ts';
import { jsonText } from './json-text.ts';
import { changeJson } from './plan-json.ts';

/**
 * Drift for programs: `{"project","account","region","drift":[{"changed","id","kind","action",
 * "of","reasons","source"}],"summary":{"account","files","both","hand","unknown"}}`; the changes
 * are those of a plan, addresses masked.
 */
export function driftJson(survey: Survey, drifted: readonly Drifted[]): string {
  const { project, account, target, analysis } = survey;
  return jsonText({
    project,
    account: account ?? null,
    region: target.region,
    drift: drifted.map(({ side, change }) => ({ changed: side, ...changeJson(change, analysis) })),
    summary: countSides(drifted),
  });
}
