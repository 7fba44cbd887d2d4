import { type Change, note, type Reason } from './change.ts';

/**
 * Blocks what can't be done while something else is blocked: what refers to a resource that is
 * not going to be made, and the deletion of what a resource refers to that stays as it is.
 *
 * `standing` holds the ids of resources that are there already, which can be referred to even
 * where a change of theirs is blocked; `foreign` says by ARN who of others refers to it: the
 * deletion of a rotation takes it out of their schedules, that of a person leaves their plans
 * paging nobody. What people made by hand holds whom it names in the same way.
 */
export function withhold(
  changes: readonly Change[],
  standing: ReadonlySet<string>,
  foreign: ReadonlyMap<string, string>,
): readonly Change[] {
  const missing = new Set<string>();
  const held = new Map(foreign);
  const block = (change: Change): void => {
    if (!standing.has(change.id)) missing.add(change.id);
    for (const arn of change.holds) held.set(arn, `${change.id}, which is blocked`);
  };

  for (const change of changes) {
    if (change.action === 'blocked') block(change);
    for (const arn of change.keeps ?? []) held.set(arn, `${change.id}, made by hand`);
  }
  let result = changes;
  for (let again = missing.size > 0 || held.size > 0; again; ) {
    again = false;
    result = result.map((change) => {
      const obstacle = change.action === 'blocked' ? undefined : obstacleOf(change, missing, held);
      if (obstacle === undefined) return change;
      again = true;
      block(change);
      // What it would be made of is of no use to anyone while it can't be made.
      const reasons = change.action === 'create' ? [obstacle] : [obstacle, ...change.reasons];
      return { ...change, action: 'blocked', reasons, calls: [] };
    });
  }
  return result;
}

function obstacleOf(
  { calls }: Change,
  missing: ReadonlySet<string>,
  held: ReadonlyMap<string, string>,
): Reason | undefined {
  for (const { uses = [], deletes } of calls) {
    const awaited = uses.find((id) => missing.has(id));
    if (awaited !== undefined) return note(`waits for ${awaited}, which is blocked`);
    const holder = deletes === undefined ? undefined : held.get(deletes);
    if (holder !== undefined) return note(`${holder}, still refers to it`);
  }
  return undefined;
}
