import type { ChannelTypeName, ContactPlan, ContactType, Recurrence } from './wire.ts';

/** What an account holds, as read from the service: the caller reads, this package compares. */
export interface LiveState {
  /** Contacts, plans and schedules alike. */
  readonly contacts: readonly LiveContact[];
  readonly rotations: readonly LiveRotation[];
}

export interface LiveContact {
  readonly arn: string;
  readonly alias: string;
  readonly type: ContactType;
  readonly displayName: string | undefined;
  readonly plan: ContactPlan;
  readonly tags: Readonly<Record<string, string>>;
  /** Of a PERSONAL contact. */
  readonly channels: readonly LiveChannel[];
}

export interface LiveChannel {
  readonly arn: string;
  readonly name: string;
  readonly type: ChannelTypeName;
  readonly address: string;
  readonly activated: boolean;
}

export interface LiveRotation {
  readonly arn: string;
  readonly name: string;
  readonly contactIds: readonly string[];
  /** Epoch seconds. */
  readonly startTime: number;
  readonly timeZoneId: string;
  readonly recurrence: Recurrence;
  readonly tags: Readonly<Record<string, string>>;
  readonly overrides: readonly LiveOverride[];
}

export interface LiveOverride {
  readonly id: string;
  readonly contactIds: readonly string[];
  /** Epoch seconds. */
  readonly startTime: number;
  readonly endTime: number;
  /** Whether an apply of this project made it, as far as its records tell; others are kept. */
  readonly ours: boolean;
  /** Whether its time is over, so that it matters to nobody any more; where not told, it isn't. */
  readonly ended?: boolean | undefined;
}
