import type { Interval } from '@oncall/simulator';
import { utcText } from '../time/clock-text.ts';
import type { PersonLoad, ScheduleCoverage } from '../time/schedule-coverage.ts';
import { jsonText } from './json-text.ts';

/** Coverage for programs: every gap and overlap, exact. */
export function coverageJson(found: readonly ScheduleCoverage[]): string {
  return jsonText({
    schedules: found.map((it) => ({
      name: it.schedule,
      from: utcText(it.from),
      to: utcText(it.to),
      wholeCycle: it.isWholeCycle,
      covered: it.covered,
      gaps: it.gaps.map(times),
      overlaps: it.overlaps.map((overlap) => ({
        ...times(overlap),
        rotations: overlap.rotations,
        twice: overlap.twice,
      })),
      load: it.people.map(loadOf),
    })),
  });
}

function times({ start, end }: Interval) {
  return { start: utcText(start), end: utcText(end) };
}

function loadOf(person: PersonLoad) {
  return {
    contact: person.contact,
    hours: person.seconds / 3_600,
    share: person.share,
    shifts: person.shifts,
    nights: person.nights,
    nightHours: person.nightSeconds / 3_600,
    weekends: person.weekends,
    weekendHours: person.weekendSeconds / 3_600,
    longestShiftHours: person.longestShift / 3_600,
    shortestRestHours: person.shortestRest === undefined ? null : person.shortestRest / 3_600,
  };
}
