import { describeReason, type Reason } from '@oncall/compiler';
import { positionAt } from '@oncall/language';
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
export function planJson(
  { project, account, target, changes, analysis }: Survey,
  impact: PeopleImpact,
): string {
  return jsonText({
    project,
    account: account ?? null,
    region: target.region,
    changes: changes.map(({ id, kind, action, of, reasons, origin }) => {
      const location = origin === undefined ? undefined : analysis.locate(origin);
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
    }),
    summary: countActions(changes),
    impact: impactJson(impact),
  });
}

function reasonOf(reason: Reason) {
  const text = describeReason(reason);
  if (reason.kind === 'note') return { text };
  const { property, before = null, after = null, because } = reason;
  return { text, property, before, after, ...(because === undefined ? {} : { because }) };
}
