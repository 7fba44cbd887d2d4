import type { Schedule } from '@oncall/language';
import type { Arn } from '../arn.ts';
import { compose } from '../compose.ts';
import type { ScheduleResource } from '../resource.ts';
import type { CreateContactInput } from '../wire.ts';
import { rotationId } from './rotation.ts';
import type { Scope } from './scope.ts';
import { tags } from './tags.ts';

/** The service refuses a schedule whose plan has `Stages`, be it an empty list. */
export function schedule(scope: Scope, declared: Schedule): ScheduleResource {
  return {
    kind: 'schedule',
    id: `schedule/${declared.alias}`,
    name: declared.name,
    operation: 'CreateContact',
    origin: declared.origin,
    arn: scope.arn(declared.alias),
    ...compose<CreateContactInput<Arn>>({
      Alias: { value: declared.alias, origin: declared.origin },
      DisplayName: declared.displayName,
      Type: 'ONCALL_SCHEDULE',
      Plan: {
        RotationIds: declared.rotations.map(({ name, origin }) => ({
          value: { arnOf: rotationId(name) },
          origin,
        })),
      },
      Tags: tags(scope, declared.tags),
    }),
  };
}
