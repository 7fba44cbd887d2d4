/**
 * The shapes of the ssm-contacts API that requests and live state are made of: the service's own
 * member names, instants in epoch seconds. `Id` is what stands for an ARN: a text, or in requests
 * also the place of one. Source: the service model, API version 2021-05-03.
 */

export type ContactType = 'PERSONAL' | 'ESCALATION' | 'ONCALL_SCHEDULE';
export type ChannelTypeName = 'VOICE' | 'SMS' | 'EMAIL';

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Either stages or rotations, never both. */
export type ContactPlan<Id = string> = StagePlan<Id> | { readonly RotationIds: readonly Id[] };

export interface StagePlan<Id = string> {
  readonly Stages: readonly Stage<Id>[];
}

export interface Stage<Id = string> {
  readonly DurationInMinutes: number;
  readonly Targets: readonly Target<Id>[];
}

export type Target<Id = string> =
  | {
      readonly ChannelTargetInfo: {
        readonly ContactChannelId: Id;
        readonly RetryIntervalInMinutes?: number | undefined;
      };
    }
  | {
      readonly ContactTargetInfo: {
        readonly ContactId?: Id | undefined;
        readonly IsEssential: boolean;
      };
    };

export interface HandOffTime {
  readonly HourOfDay: number;
  readonly MinuteOfHour: number;
}

export const daysOfWeek = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type DayOfWeek = (typeof daysOfWeek)[number];

export interface WeeklySetting {
  readonly DayOfWeek: DayOfWeek;
  readonly HandOffTime: HandOffTime;
}

export interface MonthlySetting {
  readonly DayOfMonth: number;
  readonly HandOffTime: HandOffTime;
}

export interface CoverageTime {
  readonly Start: HandOffTime;
  readonly End: HandOffTime;
}

export type ShiftCoverages = Readonly<Partial<Record<DayOfWeek, readonly CoverageTime[]>>>;

export interface Recurrence {
  readonly NumberOfOnCalls: number;
  readonly RecurrenceMultiplier: number;
  readonly DailySettings?: readonly HandOffTime[] | undefined;
  readonly WeeklySettings?: readonly WeeklySetting[] | undefined;
  readonly MonthlySettings?: readonly MonthlySetting[] | undefined;
  readonly ShiftCoverages?: ShiftCoverages | undefined;
}

export interface CreateContactInput<Id = string> {
  readonly Alias: string;
  readonly DisplayName?: string | undefined;
  readonly Type: ContactType;
  readonly Plan: ContactPlan<Id>;
  readonly Tags: readonly Tag[];
}

export interface UpdateContactInput<Id = string> {
  readonly ContactId: Id;
  readonly DisplayName?: string | undefined;
  readonly Plan?: ContactPlan<Id> | undefined;
}

export interface CreateContactChannelInput<Id = string> {
  readonly ContactId: Id;
  readonly Name: string;
  readonly Type: ChannelTypeName;
  readonly DeliveryAddress: { readonly SimpleAddress: string };
  readonly DeferActivation?: boolean | undefined;
}

export interface CreateRotationInput<Id = string> {
  readonly Name: string;
  readonly ContactIds: readonly Id[];
  readonly StartTime: number;
  readonly TimeZoneId: string;
  readonly Recurrence: Recurrence;
  readonly Tags: readonly Tag[];
}

export interface CreateRotationOverrideInput<Id = string> {
  readonly RotationId: Id;
  readonly NewContactIds: readonly Id[];
  readonly StartTime: number;
  readonly EndTime: number;
}

/** Of a rotation that need not exist, with members of any names. */
export interface ListPreviewRotationShiftsInput {
  readonly RotationStartTime: number;
  readonly StartTime: number;
  readonly EndTime: number;
  readonly Members: readonly string[];
  readonly TimeZoneId: string;
  readonly Recurrence: Recurrence;
  readonly Overrides?: readonly PreviewOverride[] | undefined;
}

export interface PreviewOverride {
  readonly NewMembers: readonly string[];
  readonly StartTime: number;
  readonly EndTime: number;
}

export interface RotationShift {
  /** ARNs, or in a preview the names that were asked about. */
  readonly ContactIds?: readonly string[] | undefined;
  readonly StartTime: number;
  readonly EndTime: number;
}
