/**
 * The shapes of the ssm-contacts API that requests and live state are made of: the service's own
 * member names, instants in epoch seconds. Source: the service model, API version 2021-05-03.
 */

export type ContactType = 'PERSONAL' | 'ESCALATION' | 'ONCALL_SCHEDULE';
export type ChannelTypeName = 'VOICE' | 'SMS' | 'EMAIL';

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Either stages or rotations, never both. */
export type ContactPlan =
  | { readonly Stages: readonly Stage[] }
  | { readonly RotationIds: readonly string[] };

export interface Stage {
  readonly DurationInMinutes: number;
  readonly Targets: readonly Target[];
}

export type Target =
  | {
      readonly ChannelTargetInfo: {
        readonly ContactChannelId: string;
        readonly RetryIntervalInMinutes?: number;
      };
    }
  | {
      readonly ContactTargetInfo: { readonly ContactId?: string; readonly IsEssential: boolean };
    };

export interface HandOffTime {
  readonly HourOfDay: number;
  readonly MinuteOfHour: number;
}

export type DayOfWeek = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN';

export interface Recurrence {
  readonly NumberOfOnCalls: number;
  readonly RecurrenceMultiplier: number;
  readonly DailySettings?: readonly HandOffTime[];
  readonly WeeklySettings?: readonly {
    readonly DayOfWeek: DayOfWeek;
    readonly HandOffTime: HandOffTime;
  }[];
  readonly MonthlySettings?: readonly {
    readonly DayOfMonth: number;
    readonly HandOffTime: HandOffTime;
  }[];
  readonly ShiftCoverages?: Readonly<
    Partial<
      Record<DayOfWeek, readonly { readonly Start: HandOffTime; readonly End: HandOffTime }[]>
    >
  >;
}
