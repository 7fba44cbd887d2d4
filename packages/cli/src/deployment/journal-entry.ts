/** What the lines of a journal say. */
import { createHash } from 'node:crypto';
import type { Holdings, LiveContact, LiveOverride, LiveRotation } from '@oncall/compiler';

/** What one journal is about; that of another is not looked at. */
export interface JournalSubject {
  /** `AWS`, the address of a service, or the folder of a local one, as seen from the project's. */
  readonly place: string;
  readonly account: string | undefined;
  readonly region: string;
  readonly project: string;
}

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

/** Whether a line is one of these, head aside; whoever wrote another, it is of no use. */
export function isEntry(line: object): line is Entry {
  const entry = line as { readonly [Member in string]?: unknown };
  if ('saw' in entry) return isSeen(entry['saw']);
  if ('begun' in entry) return typeof entry['begun'] === 'string' && isClaim(entry['claim']);
  return ['gone', 'ended', 'ours'].some((member) => typeof entry[member] === 'string');
}

function isSeen(value: unknown): boolean {
  const { arn, tags, channels, contactIds, overrides } = Object(value);
  if (typeof arn !== 'string' || typeof tags !== 'object' || tags === null) return false;
  return Array.isArray(channels) || (Array.isArray(contactIds) && Array.isArray(overrides));
}

function isClaim(value: unknown): boolean {
  return value === undefined || Array.isArray(Object(value).members);
}

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
