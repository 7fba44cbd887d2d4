import type { Rotation } from '@oncall/language';
import { compose } from './compose.ts';
import { recurrence } from './lower/rotation.ts';
import type { ListPreviewRotationShiftsInput, Recurrence } from './wire.ts';

/**
 * The request that asks the service for the shifts of a rotation that it need not have, from one
 * instant until another (epoch seconds). People are called by their NAMEs.
 */
export function preview(
  rotation: Rotation,
  from: number,
  to: number,
): ListPreviewRotationShiftsInput {
  const { start, members, zone, overrides } = rotation;
  const names = (people: Rotation['members']) => people.map(({ name }) => name);
  const met = overrides.filter((it) => it.start.value < to && it.end.value > from);
  return {
    RotationStartTime: start.value,
    StartTime: from,
    EndTime: to,
    Members: names(members),
    TimeZoneId: zone.value,
    Recurrence: compose<Recurrence>(recurrence(rotation)).input,
    ...(met.length > 0 && {
      Overrides: met.map((it) => ({
        NewMembers: names(it.members),
        StartTime: it.start.value,
        EndTime: it.end.value,
      })),
    }),
  };
}
