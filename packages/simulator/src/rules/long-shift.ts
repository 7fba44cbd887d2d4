import { finding, type Rotation, type Rule } from '@oncall/language';
import { lengthText } from '../clock-text.ts';
import type { Interval } from '../interval.ts';
import { weekLength } from '../recurrence.ts';
import { shifts } from '../shifts.ts';
import { type WallClock, wallClock } from '../wall-clock.ts';
import { coveredTimes } from '../windows.ts';
import { yearAhead } from './year-ahead.ts';

/** No shift lasts more than seven days on the clocks, by the hand-offs or by an override. */
export function longShift(now: number): Rule {
  return {
    rotation(rotation, { isSound, tell }) {
      if (!isSound(rotation)) return;
      const clock = wallClock(rotation.zone.value);
      if (mayBeLong(rotation, clock)) {
        const regular = shifts({ ...rotation, overrides: [] }, ...ends(yearAhead([rotation], now)));
        const longest = longestOf(regular, clock);
        if (longest > weekLength) {
          tell(finding('long-shift', rotation.handOffs.origin, { length: lengthText(longest) }));
        }
      }
      for (const { start, end, members, origin } of rotation.overrides) {
        const isLong = end.value - start.value > weekLength;
        if (!isLong || end.value <= now || members.length === 0) continue;
        const overridden = shifts(rotation, start.value, end.value).filter(
          ({ type }) => type === 'overridden',
        );
        const longest = longestOf(overridden, clock);
        if (longest <= weekLength) continue;
        tell(finding('long-shift', origin, { length: lengthText(longest) }));
      }
    },
  };
}

/** Whether looking at shifts is worth it: most turns are short, and so are windows but the whole week. */
function mayBeLong({ handOffs, every, coverage, start }: Rotation, clock: WallClock): boolean {
  if (handOffs.kind === 'daily' && every <= 7) return false;
  if (handOffs.kind === 'weekly' && every === 1) return false;
  return coveredTimes(coverage, clock, start.value, start.value + 1) === undefined;
}

/** By the clocks, so that the hour of a change does not count. */
function longestOf(found: readonly Interval[], { wallAt }: WallClock): number {
  return found.reduce((most, { start, end }) => Math.max(most, wallAt(end) - wallAt(start)), 0);
}

function ends({ start, end }: Interval): [number, number] {
  return [start, end];
}
