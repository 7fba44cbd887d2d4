import { finding, offsetAt, type Rule, transitions } from '@oncall/language';
import { dateText, lengthText } from '../clock-text.ts';
import type { Interval } from '../interval.ts';
import { dayLength } from '../recurrence.ts';
import { soundRotations } from './sound-rotations.ts';
import { yearAhead } from './year-ahead.ts';

/** The zones of a schedule's rotations stay the same time apart all year round. */
export function mixedZones(now: number): Rule {
  return {
    schedule(schedule, context) {
      const rotations = soundRotations(schedule, context);
      const zones = [...new Set(rotations.map(({ zone }) => zone.value))];
      if (zones.length < 2) return;
      const year = yearAhead(rotations, now);
      const drifts = zones.flatMap((other, at) =>
        zones.slice(0, at).flatMap((one) => firstDrift(one, other, year) ?? []),
      );
      const [first] = drifts.sort((a, b) => a.at - b.at);
      if (first === undefined) return;
      const { one, other, by, at, before, after } = first;
      context.tell(
        finding('mixed-zones', schedule.origin, {
          zones: `${one} and ${other}`,
          before: lengthText(Math.abs(before)),
          after: lengthText(Math.abs(after)),
          date: dateText(by, at),
        }),
      );
    },
  };
}

interface Drift {
  readonly one: string;
  readonly other: string;
  /** The one whose clocks change, and when: epoch seconds. */
  readonly by: string;
  readonly at: number;
  /** Seconds between their clocks before and after. */
  readonly before: number;
  readonly after: number;
}

function firstDrift(one: string, other: string, { start, end }: Interval): Drift | undefined {
  const apart = (at: number) => offsetAt(one, at) - offsetAt(other, at);
  const changes = [one, other].flatMap((by) =>
    transitions(by, start, end).map(({ at }) => ({ by, at })),
  );
  for (const { by, at } of changes.sort((a, b) => a.at - b.at)) {
    // Neighbours that change at the same hour of their clocks do so an hour apart, which is one change.
    const before = apart(at - dayLength);
    const after = apart(at + dayLength);
    if (before !== after) return { one, other, by, at, before, after };
  }
  return undefined;
}
