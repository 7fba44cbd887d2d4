import type { Override, Rotation } from '@oncall/language';
import type { Arn } from '../arn.ts';
import { compose } from '../compose.ts';
import type { OverrideResource } from '../resource.ts';
import type { CreateRotationOverrideInput } from '../wire.ts';
import { rotationId } from './rotation.ts';
import type { Scope } from './scope.ts';

/** The request that makes an override of a rotation. */
export function override(scope: Scope, owner: Rotation, declared: Override): OverrideResource {
  const of = rotationId(owner.name);
  return {
    kind: 'override',
    id: `override/${owner.name}/${declared.written}`,
    name: declared.written,
    of,
    operation: 'CreateRotationOverride',
    origin: declared.origin,
    ...compose<CreateRotationOverrideInput<Arn>>({
      RotationId: { arnOf: of },
      NewContactIds: declared.members.map(scope.refer),
      StartTime: declared.start,
      EndTime: declared.end,
    }),
  };
}
