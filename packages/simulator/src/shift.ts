/** A stretch of time in which the same contacts are on call for a rotation. */
import type { Interval } from './interval.ts';

/** Start and end in epoch seconds; the end is not of the shift. */
export interface Shift extends Interval {
  /** Names, each once; nobody where an override leaves the rotation to nobody. */
  readonly contacts: readonly string[];
  readonly type: 'regular' | 'overridden';
  /** Whom an override replaces; nobody in a regular shift. */
  readonly replaced: readonly string[];
}
