import type { Schedule } from '@oncall/language';
import type { ScheduleResource } from '../resource.ts';
import { aliased } from './aliased.ts';
import { rotationId } from './rotation.ts';
import type { Scope } from './scope.ts';

/** The service refuses a schedule whose plan has `Stages`, be it an empty list. */
export function schedule(scope: Scope, declared: Schedule): ScheduleResource {
  return aliased(scope, 'schedule', declared, {
    RotationIds: declared.rotations.map(({ name, origin }) => ({
      value: { arnOf: rotationId(name) },
      origin,
    })),
  });
}
