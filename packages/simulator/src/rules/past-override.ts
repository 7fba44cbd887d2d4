import { finding, type Rule } from '@oncall/language';
import { clockText } from '../clock-text.ts';

/** An override has not ended. */
export function pastOverride(now: number): Rule {
  return {
    rotation(rotation, { isSound, tell }) {
      if (!isSound(rotation)) return;
      const zone = rotation.zone.value;
      for (const { end, origin } of rotation.overrides) {
        if (end.value > now) continue;
        tell(finding('past-override', origin, { end: clockText(zone, end.value), zone }));
      }
    },
  };
}
