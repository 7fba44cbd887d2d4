import type { Model } from '@oncall/language';
import { type Coverage, coverage, type Load, load } from '@oncall/simulator';

/** What reporters tell about the hours of a schedule. */
export interface ScheduleCoverage extends Coverage {
  /** NAME. */
  readonly schedule: string;
  /** IANA name of the zone to show times in. */
  readonly zone: string;
  readonly people: readonly PersonLoad[];
  /** Whether the cycle was asked for and is too long to be looked at as a whole. */
  readonly isCut: boolean;
}

export interface PersonLoad extends Load {
  /** Of the hours of all, 0 to 1; 0 where nobody has any. */
  readonly share: number;
}

/** Takes the NAME of a schedule that is there, and a window in epoch seconds. */
export function scheduleCoverage(
  model: Model,
  name: string,
  zone: string,
  window: { readonly from: number; readonly to?: number },
): ScheduleCoverage {
  const schedule = model.schedules.get(name) ?? { rotations: [] };
  const found = coverage(model, schedule, window);
  const loads = load(model, schedule, found);
  const all = loads.reduce((sum, { seconds }) => sum + seconds, 0);
  const people = loads.map((it) => ({ ...it, share: all === 0 ? 0 : it.seconds / all }));
  const isCut = window.to === undefined && !found.isWholeCycle;
  return { schedule: name, zone, ...found, people, isCut };
}
