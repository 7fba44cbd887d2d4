/** What of a rotation decides about time; a rotation of the model is one. */
import type { ClockTime, WeekDay } from '@oncall/language';

export interface RotationRules {
  /** IANA name. */
  readonly zone: { readonly value: string };
  /** Epoch seconds. */
  readonly start: { readonly value: number };
  readonly members: readonly Named[];
  readonly onCall: number;
  readonly handOffs: HandOffRules;
  /** Hand-offs only in each n-th day, week or month. */
  readonly every: number;
  /** Empty: all hours. */
  readonly coverage: readonly Window[];
  readonly overrides: readonly OverrideRules[];
}

export type HandOffRules =
  | { readonly kind: 'daily'; readonly times: readonly ClockTime[] }
  | {
      readonly kind: 'weekly';
      readonly times: readonly { readonly day: WeekDay; readonly time: ClockTime }[];
    }
  | {
      readonly kind: 'monthly';
      readonly times: readonly { readonly day: number; readonly time: ClockTime }[];
    };

/** An end that is not after its start lies on the next day. */
export interface Window {
  readonly day: WeekDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

export interface OverrideRules {
  /** Epoch seconds. */
  readonly start: { readonly value: number };
  readonly end: { readonly value: number };
  readonly members: readonly Named[];
}

export interface Named {
  readonly name: string;
}

/** What of a schedule decides about time. */
export interface ScheduleRules {
  readonly rotations: readonly Named[];
}

/** What of a model decides about who is on call. */
export interface DutyRules {
  readonly rotations: ReadonlyMap<string, RotationRules>;
  readonly schedules: ReadonlyMap<string, ScheduleRules>;
}

/** The rotations of a schedule that are there, each once; one that is not is an error elsewhere. */
export function rotationsOf(
  rules: Pick<DutyRules, 'rotations'>,
  schedule: ScheduleRules,
): ReadonlyMap<string, RotationRules> {
  const found = new Map<string, RotationRules>();
  for (const { name } of schedule.rotations) {
    const rotation = rules.rotations.get(name);
    if (rotation !== undefined) found.set(name, rotation);
  }
  return found;
}
