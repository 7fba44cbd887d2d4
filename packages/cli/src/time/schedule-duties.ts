import type { Model } from '@oncall/language';
import { type Duty, onCall } from '@oncall/simulator';

/** Who is on call for a schedule at an instant. */
export interface ScheduleDuties {
  /** NAME. */
  readonly schedule: string;
  /** All on call in its rotations, each once. */
  readonly contacts: readonly string[];
  /** One a rotation, with the IANA name of its zone. */
  readonly duties: readonly { readonly duty: Duty; readonly zone: string }[];
}

/** Takes NAMEs of schedules that are there, and epoch seconds. */
export function scheduleDuties(
  model: Model,
  schedules: readonly string[],
  instant: number,
): readonly ScheduleDuties[] {
  return schedules.map((name) => {
    const schedule = model.schedules.get(name);
    const duties = schedule === undefined ? [] : onCall(model, schedule, instant);
    return {
      schedule: name,
      contacts: [...new Set(duties.flatMap(({ contacts }) => contacts))],
      duties: duties.map((duty) => ({
        duty,
        zone: model.rotations.get(duty.rotation)?.zone.value ?? 'UTC',
      })),
    };
  });
}
