import { type Change, describeReason, type Reason } from '@oncall/compiler';
import { type Analysis, positionAt } from '@oncall/language';
import type { PeopleImpact } from '../deployment/people-impact.ts';
import type { Survey } from '../deployment/survey.ts';
import { impactJson } from './impact-json.ts';
import { jsonText } from './json-text.ts';
import { countActions } from './plan-text.ts';

/**
 * A plan for programs: `{"project","account","region","changes":[{"id","kind","action","of",
 * "reasons":[{"text"}],"source"}],"summary":{"create",…},"impact":{"changedShifts",…}}`. Addresses
 * are masked.
 */
export function planJson(survey: Survey, impact: PeopleImpact): string {
  return jsonText(planData(survey, impact));
}

export function planData(
  { project, account, target, changes, analysis }: Survey,
  impact: PeopleImpact,
) {
  return {
    project,
    account: account ?? null,
    region: target.region,
    changes: changes.map((change) => changeJson(change, analysis)),
    summary: countActions(changes),
    impact: impactJson(impact),
  };
}

export function changeJson(
  { id, kind, action, of, reasons, origin }: Change,
  { locate }: Pick<Analysis, 'locate'>,
) {
  const location = origin === undefined ? undefined : locate(origin);
  return {
    id,
    kind,
    action,
    of,
    reasons: reasons.map(reasonOf),
    ...(location === undefined
      ? {}
      : {
          source: {
            file: location.file.path,
            ...positionAt(location.file, location.span.start),
          },
        }),
  };
}

function reasonOf(reason: Reason) {
  const text = describeReason(reason);
  if (reason.kind === 'note') return { text };
  const { property, before = null, after = null, because } = reason;
  return { text, property, before, after, ...(because === undefined ? {} : { because }) };
}
