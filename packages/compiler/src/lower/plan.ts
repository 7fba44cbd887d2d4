import type { Plan } from '@oncall/language';
import type { Arn } from '../arn.ts';
import { compose } from '../compose.ts';
import type { PlanResource } from '../resource.ts';
import type { CreateContactInput } from '../wire.ts';
import type { Scope } from './scope.ts';
import { tags } from './tags.ts';

/** The request that makes an escalation plan, stages and all. */
export function plan(scope: Scope, declared: Plan): PlanResource {
  return {
    kind: 'plan',
    id: `plan/${declared.alias}`,
    name: declared.name,
    operation: 'CreateContact',
    origin: declared.origin,
    arn: scope.arn(declared.alias),
    ...compose<CreateContactInput<Arn>>({
      Alias: { value: declared.alias, origin: declared.origin },
      DisplayName: declared.displayName,
      Type: 'ESCALATION',
      Plan: {
        Stages: declared.stages.map((stage) => ({
          DurationInMinutes: { value: stage.minutes, origin: stage.origin },
          Targets: stage.targets.map(({ to, essential }) => ({
            ContactTargetInfo: { ContactId: scope.refer(to), IsEssential: essential },
          })),
        })),
      },
      Tags: tags(scope, declared.tags),
    }),
  };
}
