import type { Plan } from '@oncall/language';
import type { PlanResource } from '../resource.ts';
import { aliased } from './aliased.ts';
import type { Scope } from './scope.ts';

/** The request that makes an escalation plan, stages and all. */
export function plan(scope: Scope, declared: Plan): PlanResource {
  return aliased(scope, 'plan', declared, {
    Stages: declared.stages.map((stage) => ({
      DurationInMinutes: { value: stage.minutes, origin: stage.origin },
      Targets: stage.targets.map(({ to, essential }) => ({
        ContactTargetInfo: { ContactId: scope.refer(to), IsEssential: essential },
      })),
    })),
  });
}
