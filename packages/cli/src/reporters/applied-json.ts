import type { Step } from '@oncall/compiler';
import { ServiceError } from '../aws/service.ts';
import type { PeopleImpact } from '../deployment/people-impact.ts';
import type { Outcome } from '../deployment/run-steps.ts';
import type { Survey } from '../deployment/survey.ts';
import { jsonText } from './json-text.ts';
import { planData } from './plan-json.ts';

/** A plan and how far it was carried out, for programs: that of planJson, and steps by what became of them. */
export function appliedJson(found: Survey, impact: PeopleImpact, outcome?: Outcome): string {
  const { done = [], failed = [], notDone = [], interrupted = false } = outcome ?? {};
  return jsonText({
    ...planData(found, impact),
    done: done.map(stepJson),
    failed: failed.map(({ step, error }) => ({ ...stepJson(step), error: codeOf(error) })),
    notDone: notDone.map(stepJson),
    interrupted,
  });
}

function stepJson({ id, operation }: Step) {
  return { id: id.replace(/#.*$/, ''), operation };
}

/** What went wrong is told in words on stderr. */
function codeOf(error: unknown): string {
  if (error instanceof ServiceError) return error.code;
  return error instanceof Error ? error.name : 'Error';
}
