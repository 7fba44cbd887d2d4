/** The shifts of rotations of this bench, by our own simulator. */
import { instantOf } from '@oncall/language';
import { shifts } from '@oncall/simulator';
import { year } from './rotations.mjs';

export function shiftsOfYear(rotation) {
  return shifts(placed(rotation), year.from, year.to);
}

/** As a rotation of a model: the start is an instant. */
export function placed(rotation) {
  const { zone, start } = rotation;
  const { epochSeconds } = instantOf(zone, start);
  return { ...rotation, zone: { value: zone }, start: { value: epochSeconds } };
}
