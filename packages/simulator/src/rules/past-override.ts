import { finding, type Rule } from '@oncall/language';
import { clockText } from '../clock-text.ts';

/** An override has not ended. */
export function pastOverride(now: number): Rule {
  return {
    *rotation({ zone: { value: zone }, overrides }) {
      for (const { end, origin } of overrides) {
        if (end.value > now) continue;
        yield finding('past-override', origin, { end: clockText(zone, end.value), zone });
      }
    },
  };
}
