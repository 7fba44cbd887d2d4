/** What the lines of a journal say. */
import { createHash } from 'node:crypto';
import type { Holdings, LiveContact, LiveOverride, LiveRotation } from '@oncall/compiler';
import type { JournalSubject } from './journal.ts';

/** What tells an override from others, by whoever it was made. */
export type Period = Pick<LiveOverride, 'id' | 'contactIds' | 'startTime' | 'endTime'>;

/** The lines of the file, told apart by their first member. */
export type Entry =
  | { readonly journal: number; readonly about: JournalSubject; readonly salt: string }
  | { readonly saw: LiveContact | LiveRotation }
  | { readonly gone: string }
  | {
      readonly begun: string;
      readonly token?: string;
      readonly of?: string;
      readonly claim?: Claim;
    }
  | { readonly ended: string; readonly unknown?: boolean }
  | { readonly ours: string; readonly end: number };

export type Begun = Extract<Entry, { readonly begun: string }>;

/** An override that is being made, told by all that is known of it then. */
export interface Claim {
  readonly rotation: string;
  readonly start: number;
  readonly end: number;
  readonly members: readonly string[];
}

/** Equal for equal calls. */
export function keyOf(operation: string, input: object): string {
  return digest(`${operation} ${JSON.stringify(input)}`).slice(0, 24);
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The contact or rotation that is there and that a call changes. */
export function subjectOf(operation: string, input: object, seen: Holdings): string | undefined {
  const { ContactId, ContactChannelId, RotationId, ResourceARN } = input as {
    readonly [Member in string]?: string;
  };
  if (operation === 'CreateContact' || operation === 'CreateRotation') return undefined;
  if (ContactChannelId === undefined) return ContactId ?? RotationId ?? ResourceARN;
  return [...seen.contacts.values()].find(({ channels }) =>
    channels.some(({ arn }) => arn === ContactChannelId),
  )?.arn;
}

export function claimOf(input: object): Claim {
  const { RotationId, NewContactIds, StartTime, EndTime } = input as {
    readonly RotationId: string;
    readonly NewContactIds: readonly string[];
    readonly StartTime: number;
    readonly EndTime: number;
  };
  return { rotation: RotationId, start: StartTime, end: EndTime, members: NewContactIds };
}

export function isClaimed(claim: Claim, rotationArn: string, override: Period): boolean {
  return (
    claim.rotation === rotationArn &&
    claim.start === Math.floor(override.startTime) &&
    claim.end === Math.floor(override.endTime) &&
    String(claim.members.toSorted()) === String(override.contactIds.toSorted())
  );
}
