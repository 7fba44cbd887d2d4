/**
 * Who changed what: the files, the account as it is, and the account as it was when last seen, held
 * against each other. What the files and the account have in common is no drift, whoever began.
 */
import type { LiveState } from '../live-state.ts';
import type { Resource } from '../resource.ts';
import { sameContents } from '../same-contents.ts';
import { type Change, note, type Reason } from './change.ts';
import { compareAll } from './difference.ts';

/** `hand`: made by people, and none of ours. `unknown`: nobody has seen it before. */
export type Side = 'files' | 'account' | 'both' | 'hand' | 'unknown';

export interface Drifted {
  /** What it takes for the account to be as the files say. */
  readonly change: Change;
  readonly side: Side;
}

/** `before` is what was ours when it was last seen; undefined where nothing ever was. */
export function drift(
  resources: readonly Resource[],
  live: LiveState,
  before: LiveState | undefined,
  project: string,
): readonly Drifted[] {
  const options = { project, adopt: false };
  const { changes } = compareAll(resources, live, options);
  if (before === undefined) {
    return changes.map((change) => ({
      change,
      side: change.action === 'kept' ? 'hand' : 'unknown',
    }));
  }
  const then = compareAll(resources, before, options).changes;
  const thenById = new Map(then.map((change) => [change.id, change]));
  const isMoved = movedBetween(before, live);
  return changes.map((change) => attribute(change, thenById.get(change.id), isMoved));
}

/** `then` is what it took before the account became what it is. */
function attribute(
  change: Change,
  then: Change | undefined,
  isMoved: (arn: string) => boolean,
): Drifted {
  const was = then?.action;
  switch (change.action) {
    case 'kept':
      return { change, side: 'hand' };
    case 'blocked':
      // Ours once, and without our tag now; else it was never ours.
      return { change, side: was === 'create' ? 'hand' : 'account' };
    case 'create':
      if (was === undefined) return { change, side: 'account' };
      return { change, side: was === 'create' ? 'files' : 'both' };
    case 'delete': {
      if (was !== 'delete') return { change, side: 'account' };
      const moved = change.calls.some(({ deletes }) => deletes !== undefined && isMoved(deletes));
      return { change, side: moved ? 'both' : 'files' };
    }
    default:
      return was === 'create' ? { change, side: 'unknown' } : attributeReasons(change, then);
  }
}

/** Of something that both have, each property may have been changed by another. */
function attributeReasons(change: Change, then: Change | undefined): Drifted {
  const sides = change.reasons.map((reason) => sideOf(reason, then?.reasons ?? []));
  const [first = 'account', ...others] = sides;
  if (others.every((side) => side === first)) return { change, side: first };
  const reasons = change.reasons.map((reason, index) => told(reason, sides[index] ?? 'both'));
  return { change: { ...change, reasons }, side: 'both' };
}

function sideOf(reason: Reason, then: readonly Reason[]): Side {
  if (reason.kind === 'note') {
    const isOld = then.some((other) => other.kind === 'note' && other.text === reason.text);
    return isOld ? 'files' : 'account';
  }
  for (const other of then) {
    if (other.kind !== 'property' || other.property !== reason.property) continue;
    return other.before === reason.before ? 'files' : 'both';
  }
  return 'account';
}

function told(reason: Reason, side: Side): Reason {
  const text = side === 'both' ? 'changed on both sides' : `changed in the ${side}`;
  if (reason.kind === 'note') return note(`${reason.text} (${text})`);
  const because = reason.because === undefined ? text : `${text}; ${reason.because}`;
  return { ...reason, because };
}

function movedBetween(before: LiveState, live: LiveState): (arn: string) => boolean {
  const known = new Map(
    [...before.contacts, ...before.rotations].map((each) => [each.arn, each] as const),
  );
  const now = new Map([...live.contacts, ...live.rotations].map((each) => [each.arn, each]));
  return (arn) => {
    const [one, other] = [known.get(arn), now.get(arn)];
    return one !== undefined && other !== undefined && !sameContents(one, other);
  };
}
