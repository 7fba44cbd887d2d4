import { finding, type Rotation, type Rule, transitions } from '@oncall/language';
import { dateText, timeText } from '../clock-text.ts';
import { dayLength, recurrence } from '../recurrence.ts';
import { type WallClock, wallClock } from '../wall-clock.ts';
import { coveredTimes } from '../windows.ts';
import { yearAhead } from './year-ahead.ts';

/** Clocks show each hand-off of a rotation once. */
export function handOffAtClockChange(now: number): Rule {
  return {
    rotation(rotation, { isSound, tell }) {
      if (!isSound(rotation)) return;
      const found = firstUnclear(rotation, now);
      if (found === undefined) return;
      const { wall, isSkipped, instant } = found;
      const zone = rotation.zone.value;
      // A wall time is what UTC shows at its number.
      const time = timeText('UTC', wall);
      const date = dateText('UTC', wall);
      tell(
        finding('hand-off-at-clock-change', rotation.handOffs.origin, {
          zone,
          clocks: isSkipped ? `skip ${time} on ${date}` : `show ${time} twice on ${date}`,
          taken: isSkipped ? timeText(zone, instant) : 'the first',
        }),
      );
    },
  };
}

interface Unclear {
  readonly wall: number;
  /** By a gap; else an overlap repeats it. */
  readonly isSkipped: boolean;
  /** At which it is taken to be. */
  readonly instant: number;
}

function firstUnclear(rotation: Rotation, now: number): Unclear | undefined {
  const zone = rotation.zone.value;
  const clock = wallClock(zone);
  const { start, end } = yearAhead([rotation], now);
  const begin = rotation.start.value;
  const pattern = recurrence(rotation.handOffs, rotation.every, clock.wallAt(begin));
  for (const { at, before, after } of transitions(zone, start, end)) {
    const from = at + Math.min(before, after);
    const to = at + Math.max(before, after);
    for (let round = pattern.roundAt(from); round <= pattern.roundAt(to); round += 1) {
      for (const offset of pattern.offsetsOf(round)) {
        const wall = pattern.startOf(round) + offset;
        if (wall < from || wall >= to) continue;
        const instant = clock.instantOf(wall);
        const other = after > before ? at : wall - after;
        if (instant <= begin || !matters(rotation, clock, instant, other)) continue;
        return { wall, isSkipped: after > before, instant };
      }
    }
  }
  return undefined;
}

/** Whether someone is on call between what it is and what it may be meant to be. */
function matters({ coverage }: Rotation, clock: WallClock, instant: number, other: number) {
  const [from, to] = [Math.min(instant, other), Math.max(instant, other)];
  const covered = coveredTimes(coverage, clock, from - dayLength, to + dayLength);
  return covered?.some((it) => it.start <= to && it.end > from) ?? true;
}
