/** What of an account is written as source: all, or some aliases with all that they need. */
import { referencesOf } from '../difference/engagement.ts';
import { kindOfType } from '../difference/words.ts';
import type { LiveContact, LiveOverride, LiveRotation, LiveState } from '../live-state.ts';
import { projectTag } from '../ownership.ts';

export interface Selection {
  /** By alias. */
  readonly contacts: readonly LiveContact[];
  /** By name; namesakes by ARN, as they are matched again. */
  readonly rotations: readonly LiveRotation[];
  /** What would be here, but for its tag. */
  readonly others: readonly OfOther[];
}

/** What another project owns, by its tag. */
export interface OfOther {
  readonly arn: string;
  readonly kind: 'contact' | 'plan' | 'schedule' | 'rotation';
  /** The alias, or a rotation's name. */
  readonly name: string;
  readonly project: string;
}

/** `only` holds aliases; where it is empty, all are meant. */
export function select(live: LiveState, project: string, only: readonly string[]): Selection {
  const isOther = ({ tags }: LiveContact | LiveRotation) =>
    (tags[projectTag] ?? project) !== project;
  const meant = only.length === 0 ? () => true : needsOf(live, only, isOther);
  const contacts = live.contacts.filter(meant).toSorted(by(({ alias }) => alias));
  const rotations = live.rotations.filter(meant).toSorted(by(({ name, arn }) => `${name}\n${arn}`));
  return {
    contacts: contacts.filter((each) => !isOther(each)),
    rotations: rotations.filter((each) => !isOther(each)),
    others: [...contacts, ...rotations].filter(isOther).map((each) => ({
      arn: each.arn,
      kind: 'alias' in each ? kindOfType[each.type] : 'rotation',
      name: 'alias' in each ? each.alias : each.name,
      project: each.tags[projectTag] ?? '',
    })),
  };
}

/** Overrides that still matter to somebody. */
export function overridesToCome({ overrides }: LiveRotation): readonly LiveOverride[] {
  return overrides
    .filter(({ ended }) => ended !== true)
    .toSorted((one, other) => one.startTime - other.startTime || one.endTime - other.endTime);
}

/** Each ARN of a person, schedule or rotation that something names, channels aside. */
export function needs(each: LiveContact | LiveRotation): readonly string[] {
  if ('alias' in each) return each.type === 'PERSONAL' ? [] : referencesOf(each.plan);
  return [...each.contactIds, ...overridesToCome(each).flatMap(({ contactIds }) => contactIds)];
}

function needsOf(
  live: LiveState,
  only: readonly string[],
  isOther: (each: LiveContact | LiveRotation) => boolean,
): (each: LiveContact | LiveRotation) => boolean {
  const byArn = new Map<string, LiveContact | LiveRotation>();
  for (const each of [...live.contacts, ...live.rotations]) byArn.set(each.arn, each);
  const aliases = new Set(only);
  const found = new Set<LiveContact | LiveRotation>();
  const waiting: (LiveContact | LiveRotation)[] = live.contacts.filter(({ alias }) =>
    aliases.has(alias),
  );
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    // What another project owns is named here and no more.
    if (!isOther(next)) waiting.push(...needs(next).flatMap((arn) => byArn.get(arn) ?? []));
  }
  return (each) => found.has(each);
}

function by<T>(key: (item: T) => string): (one: T, other: T) => number {
  return (one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
}
