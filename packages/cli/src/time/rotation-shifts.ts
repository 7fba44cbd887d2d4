import type { Rotation } from '@oncall/language';
import type { Shift } from '@oncall/simulator';

/** The shifts of a rotation in some time, as reporters get them. */
export interface RotationShifts {
  readonly rotation: Rotation;
  readonly shifts: readonly Shift[];
}
