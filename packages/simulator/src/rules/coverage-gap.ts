import { finding, type Rule } from '@oncall/language';
import { stretchText } from '../clock-text.ts';
import { gapsIn } from '../coverage.ts';
import { type Interval, lengthOf } from '../interval.ts';
import type { RotationRules } from '../rotation-rules.ts';
import { soundRotations } from './sound-rotations.ts';
import { yearAhead } from './year-ahead.ts';

/** A schedule that a plan notifies has someone on call at all times, as far as a year shows. */
export function coverageGap(now: number): Rule {
  return {
    schedule(schedule, context) {
      const { name, origin } = schedule;
      const use = context.uses.schedule.get(name);
      if (use?.by.kind !== 'plan' || !use.reaches) return;
      const rotations = soundRotations(schedule, context);
      const [first] = rotations;
      if (first === undefined) return;
      const year = yearAhead(rotations, now);
      if (rotations.some((it) => isAlwaysManned(it, year.start))) return;
      const gaps = gapsIn(rotations, year);
      if (gaps.length === 0) return;
      const zone = first.zone.value;
      const share = shareText(lengthOf(gaps) / (year.end - year.start));
      context.tell(
        finding('coverage-gap', origin, { name, share, gaps: gapsText(zone, gaps), zone }),
      );
    },
  };
}

/** Plain to see without looking at shifts. */
function isAlwaysManned({ start, coverage, overrides }: RotationRules, from: number): boolean {
  return (
    coverage.length === 0 &&
    start.value <= from &&
    overrides.every(({ members, end }) => members.length > 0 || end.value <= from)
  );
}

function shareText(share: number): string {
  if (share < 0.01) return 'less than 1 %';
  // What is not the whole is not told as if it were.
  return `${share < 1 ? Math.min(Math.round(share * 100), 99) : 100} %`;
}

const mostShown = 3;

function gapsText(zone: string, gaps: readonly Interval[]): string {
  const shown = gaps.slice(0, mostShown).map((gap) => stretchText(zone, gap));
  const more = gaps.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
