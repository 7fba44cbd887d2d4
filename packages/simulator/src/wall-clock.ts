/**
 * What clocks of a zone show, as numbers: a wall time is the epoch second at which UTC shows the
 * same date and time. The offset of the last answer is kept, since questions come in runs.
 */
import { offsetAt, transitions } from '@oncall/language';

export interface WallClock {
  /**
   * Epoch seconds at which the clocks show a wall time. One in a gap moves forward by the gap; of
   * an overlap it is the earlier instant ("Rotation shifts" of the language).
   */
  instantOf(wall: number): number;
  /** What the clocks show at an instant, both in seconds. */
  wallAt(instant: number): number;
}

export function wallClock(zone: string): WallClock {
  // A change parts instants at itself, wall times where the first that only the new offset can
  // give begins: before that the old one holds, which is the rule for gap and overlap alike.
  const ofInstants = stretches(zone, ({ at }) => at);
  const ofWalls = stretches(zone, ({ at, before, after }) => at + Math.max(before, after));
  return {
    instantOf: (wall) => wall - ofWalls(wall),
    wallAt: (instant) => instant + ofInstants(instant),
  };
}

type Change = ReturnType<typeof transitions>[number];

/** Seconds; so far about a time are changes looked up at once. */
const reach = 100 * 86_400;
/** Seconds; no offset is as much. */
const slack = 86_400;

/** The offset that holds at a place on an axis which changes part at `edgeOf`. */
function stretches(zone: string, edgeOf: (change: Change) => number): (place: number) => number {
  let from = 0;
  let to = 0;
  let offset = 0;
  return (place) => {
    if (place < from || place >= to) {
      offset = offsetAt(zone, place - reach);
      from = place - reach + slack;
      to = place + reach - slack;
      for (const change of transitions(zone, place - reach, place + reach)) {
        const edge = edgeOf(change);
        if (edge > place) {
          to = Math.min(to, edge);
          break;
        }
        offset = change.after;
        from = edge;
      }
    }
    return offset;
  };
}
