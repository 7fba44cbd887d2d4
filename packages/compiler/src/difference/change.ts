/** What would have to happen for the account to be as the files say, and why. */
import type { Origin } from '@oncall/language';

export type ChangeKind = 'contact' | 'channel' | 'plan' | 'schedule' | 'rotation' | 'override';

export type Action =
  | 'create'
  | 'update'
  /** Deleted and made again, as it can't be changed in place. */
  | 'replace'
  | 'delete'
  /** Exists and is not ours yet: tagged as ours, and brought in line. */
  | 'adopt'
  /** Should change and is left alone, with what it would take. */
  | 'blocked'
  /** Someone else's, on something of ours: left as it is. */
  | 'kept';

/** What a change is about, as the files call it; what is only live, as the account does. */
export interface Subject {
  readonly kind: ChangeKind;
  readonly name: string;
  /** The display name of a contact, plan or schedule; the name of a rotation or channel in AWS. */
  readonly label?: string | undefined;
  /** Where it is not the name. */
  readonly alias?: string | undefined;
}

export interface Change {
  /** Unique. That of the resource where it is in the files. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly action: Action;
  /** Id of the person, plan, schedule or rotation that it belongs to; may be its own. */
  readonly of: string;
  readonly subject: Subject;
  /** The subject of `of`. */
  readonly owner: Subject;
  readonly reasons: readonly Reason[];
  /** Where the resource is declared; what is only live has none. */
  readonly origin?: Origin | undefined;
  /** What it takes, for `steps` to put in order. */
  readonly calls: readonly Call[];
  /** ARNs that the live version refers to, which must stay as long as it does. */
  readonly holds: readonly string[];
  /** ARNs that something made by hand goes on referring to. */
  readonly keeps?: readonly string[];
}

/** Addresses are masked in it. */
export type Reason =
  | {
      readonly kind: 'property';
      /** In the words of the language: `stage 1`, `members`, `address`. */
      readonly property: string;
      /** Undefined where there was nothing, or is to be nothing. */
      readonly before: string | undefined;
      readonly after: string | undefined;
      /** Why this can't be changed in place, and what that costs. */
      readonly because?: string | undefined;
    }
  | { readonly kind: 'note'; readonly text: string };

/** The order of calls where no dependency asks for another. */
export const phases = [
  'contact',
  'channel',
  'engagement-plan',
  'rotation',
  'override',
  'schedule',
  'plan',
  'plan-deletion',
  'schedule-deletion',
  'override-deletion',
  'rotation-deletion',
  'channel-deletion',
  'contact-deletion',
] as const;

/** A call to the service that a change takes. */
export interface Call {
  /** Unique: that of the resource where the call makes it, else `ID#update`, `ID#delete`, … */
  readonly id: string;
  readonly operation: string;
  /** ARNs that no call has told yet are `ArnOf`. */
  readonly input: object;
  readonly phase: (typeof phases)[number];
  readonly origin?: Origin | undefined;
  readonly origins?: Readonly<Record<string, Origin>>;
  /** Ids of the resources whose ARNs stand in the input. */
  readonly uses?: readonly string[];
  /** Ids of other calls that come first, where there are such. */
  readonly after?: readonly string[];
  /** ARNs that nothing refers to any more from here, once this is done. */
  readonly frees?: readonly string[];
  /** The ARN that this call deletes. */
  readonly deletes?: string;
  /** A deletion that makes room for what is made under the same alias. */
  readonly early?: boolean;
  /** Makes an override again that a person made by hand, so it must not be recorded as ours. */
  readonly handMade?: boolean;
}

export function property(
  name: string,
  before: string | undefined,
  after: string | undefined,
  because?: string,
): Reason {
  // What is made anew, or comes from elsewhere, can have the name of what was there before.
  const told = after !== undefined && after === before ? `${after} (another of that name)` : after;
  return { kind: 'property', property: name, before, after: told, because };
}

export function note(text: string): Reason {
  return { kind: 'note', text };
}

/** A reason in one line: `stage 1: 5m → 10m`. */
export function describeReason(reason: Reason): string {
  if (reason.kind === 'note') return reason.text;
  const { property, before = 'none', after = 'none', because } = reason;
  const change = `${property}: ${before} → ${after}`;
  return because === undefined ? change : `${change} (${because})`;
}

/** Why something goes that the files lack, and what else goes with it. */
export function toDelete(along: readonly string[], gone = 'no longer in the files'): Reason {
  return note([gone, ...along].join('; '));
}
