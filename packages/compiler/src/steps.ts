import type { Origin } from '@oncall/language';
import { type Call, type Change, phases } from './difference/change.ts';
import { groupBy } from './group-by.ts';

/** A call to the service, ready to be sent once those before it are done. */
export interface Step {
  /** Unique: that of the resource where the step makes it, else `ID#update`, `ID#delete`, … */
  readonly id: string;
  readonly operation: string;
  /** What waits for an ARN is an `ArnOf`: `resolve` puts the ARN there. */
  readonly input: object;
  /** Ids of the steps that must be done before, all of them earlier in the list. */
  readonly after: readonly string[];
  /**
   * Counts up along the list. Steps of one wave may be under way at once; those of the next begin
   * when all of it are done, which is what makes people reachable before anything pages them.
   */
  readonly wave: number;
  /** Id of the change that it belongs to. */
  readonly change: string;
  /** Id of the person, plan, schedule or rotation that it is about. */
  readonly of: string;
  /** Where its resource is declared; what is only live has none. */
  readonly origin: Origin | undefined;
  /** By the path of the member in the input. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Makes an override again that a person made by hand, so it must not be recorded as ours. */
  readonly handMade: boolean;
}

/**
 * The calls of changes in order: people are made reachable before anything can page them, and
 * what goes is deleted last and in reverse, after all that referred to it; earlier only where
 * something else needs its place.
 */
export function steps(changes: readonly Change[]): readonly Step[] {
  const nodes = changes.flatMap((change) => change.calls.map((call) => ({ call, change })));
  const byId = new Map(nodes.map((node) => [node.call.id, node]));
  if (byId.size < nodes.length) throw new Error('two steps have the same id');
  const predecessors = createPredecessors(nodes);

  const ordered: Step[] = [];
  let last: Call['phase'] | undefined;
  let wave = -1;
  const state = new Map<Node, 'begun' | 'done'>();
  const visit = (node: Node): void => {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'begun') throw new Error(`step ${node.call.id} waits for itself`);
    state.set(node, 'begun');
    const before = predecessors(node).flatMap((id) => byId.get(id) ?? []);
    for (const other of before) visit(other);
    state.set(node, 'done');
    if (node.call.phase !== last) wave += 1;
    last = node.call.phase;
    ordered.push(toStep(node, before, wave));
  };
  const inPhases = nodes.toSorted((one, other) => rank(one.call) - rank(other.call));
  for (const node of inPhases) visit(node);
  return ordered;
}

interface Node {
  readonly call: Call;
  readonly change: Change;
}

function toStep({ call, change }: Node, before: readonly Node[], wave: number): Step {
  const { id, operation, input, origin, origins = {}, handMade = false } = call;
  const after = before.map((node) => node.call.id);
  const place = { change: change.id, of: change.of, origin, origins };
  return { id, operation, input, after, wave, ...place, handMade };
}

/** Ids, not all of them of steps, that come before a step. */
function createPredecessors(nodes: readonly Node[]): (node: Node) => readonly string[] {
  const making = nodes.filter(({ call }) => !isDeletion(call));
  const groups = groupBy(making, ({ change }) => change.of);
  const freeing = groupBy(
    nodes.flatMap(({ call }) => (call.frees ?? []).map((arn) => ({ arn, call }))),
    ({ arn }) => arn,
  );
  const freeingOf = (call: Call) =>
    call.deletes === undefined ? [] : (freeing.get(call.deletes) ?? []).map((each) => each.call);
  const hurried = findHurried(nodes, freeingOf);

  return ({ call, change }) => {
    const ids = new Set(call.after);
    for (const id of call.uses ?? []) {
      ids.add(id);
      // Who is referred to must be reachable, and not merely exist.
      if (id !== change.of) for (const other of groups.get(id) ?? []) ids.add(other.call.id);
    }
    for (const other of freeingOf(call)) {
      if (!hurried.has(call) || holdsMembers(other)) ids.add(other.id);
    }
    ids.delete(call.id);
    return [...ids];
  };
}

/**
 * Deletions that free an alias for another use, and what these wait for: they wait only where the
 * service would refuse them, which is for rotations that a contact is a member of. All else that
 * drops what they delete may itself wait for the alias.
 */
function findHurried(
  nodes: readonly Node[],
  freeingOf: (call: Call) => readonly Call[],
): ReadonlySet<Call> {
  const early = nodes.flatMap(({ call }) => (call.early ? [call] : []));
  return new Set([...early, ...early.flatMap(freeingOf).filter(holdsMembers)]);
}

function rank(call: Call): number {
  return phases.indexOf(call.phase);
}

function isDeletion(call: Call): boolean {
  return call.phase.endsWith('-deletion');
}

function holdsMembers(call: Call): boolean {
  return call.phase.startsWith('rotation') || call.phase.startsWith('override');
}
