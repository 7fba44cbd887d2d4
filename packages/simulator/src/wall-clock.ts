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
  let known: Known = { from: 0, to: 0, offset: 0, changes: [] };
  const about = (place: number) => {
    if (place < known.from + slack || place >= known.to - slack) {
      const from = place - slack;
      const to = place + ahead;
      known = { from, to, offset: offsetAt(zone, from), changes: transitions(zone, from, to) };
    }
    return known;
  };
  // A change parts instants at itself, wall times where the first that only the new offset can
  // give begins: before that the old one holds, which is the rule for gap and overlap alike.
  const ofInstants = stretches(about, ({ at }) => at);
  const ofWalls = stretches(about, ({ at, before, after }) => at + Math.max(before, after));
  return {
    instantOf: (wall) => wall - ofWalls(wall),
    wallAt: (instant) => instant + ofInstants(instant),
  };
}

type Change = ReturnType<typeof transitions>[number];

/** What is known of a stretch of instants. */
interface Known {
  readonly from: number;
  readonly to: number;
  /** At `from`. */
  readonly offset: number;
  /** Later than that, until `to`. */
  readonly changes: readonly Change[];
}

/** Seconds; no offset is as much. */
const slack = 86_400;
/** So far ahead changes are looked up at once, since most questions go on in time. */
const ahead = 150 * slack;

/** The offset that holds at a place on an axis which changes part at `edgeOf`. */
function stretches(
  about: (place: number) => Known,
  edgeOf: (change: Change) => number,
): (place: number) => number {
  let from = 0;
  let to = 0;
  let offset = 0;
  return (place) => {
    if (place < from || place >= to) {
      const known = about(place);
      offset = known.offset;
      from = known.from + slack;
      to = known.to - slack;
      for (const change of known.changes) {
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
