/** Who pages whom: plans, schedules, rotations and people as nodes, references as edges. */
import { formatMinutes, type Model, type Origin, type Rotation } from '@oncall/language';

export type GraphKind = 'plan' | 'schedule' | 'rotation' | 'contact' | 'extern';

export interface GraphSubject {
  readonly kind: GraphKind;
  /** NAME. */
  readonly name: string;
}

export interface GraphNode extends GraphSubject {
  readonly id: string;
  /** 0 to 3: plans, schedules, rotations, people. Edges go to higher ones. */
  readonly layer: number;
  readonly displayName: string | undefined;
  /** In small letters beside or below the name. */
  readonly caption: string;
  readonly origin: Origin;
  /** Stages of a plan. */
  readonly stages: readonly GraphStage[];
  readonly isFocus: boolean;
  /** Whether some plan, schedule or rotation leads here, or this is where pages begin. */
  readonly isReached: boolean;
}

export interface GraphStage {
  readonly text: string;
  readonly minutes: string;
  /** Without targets. */
  readonly waits: boolean;
  readonly origin: Origin;
}

export interface GraphEdge {
  /** Ids. */
  readonly from: string;
  readonly to: string;
  /** Of the plan's stage, counted from 0. */
  readonly stage: number | undefined;
  /** Of a plan's targets alone. */
  readonly essential: boolean | undefined;
  readonly origin: Origin;
}

export interface GraphStory {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Of the whole project, or of what leads to and from one of its parts. */
export function graphStory(model: Model, focus?: GraphSubject): GraphStory {
  const all = edgesOf(model);
  const kept = focus === undefined ? undefined : around(idOf(focus), all);
  const edges =
    kept === undefined ? all : all.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const reached = new Set(edges.map(({ to }) => to));
  const nodes = nodesOf(model, (id) => kept?.has(id) ?? true).map((node) => ({
    ...node,
    isFocus: focus !== undefined && node.id === idOf(focus),
    isReached: node.kind === 'plan' || reached.has(node.id),
  }));
  return { nodes, edges };
}

type BareNode = Omit<GraphNode, 'isFocus' | 'isReached'>;

/** Those whose ids are wanted. */
function nodesOf(model: Model, isWanted: (id: string) => boolean): readonly BareNode[] {
  const plain = { displayName: undefined, caption: '', stages: [] };
  const wanted = <T extends GraphSubject>(items: ReadonlyMap<string, T>) =>
    [...items.values()].filter((item) => isWanted(idOf(item)));
  return [
    ...wanted(model.plans).map((plan) => ({
      ...start(plan, 0),
      displayName: plan.displayName?.value,
      caption: '',
      stages: plan.stages.map(({ minutes, targets, origin }, index) => ({
        text: targets.length === 0 ? `${index + 1} waits` : String(index + 1),
        minutes: formatMinutes(minutes),
        waits: targets.length === 0,
        origin,
      })),
    })),
    ...wanted(model.schedules).map((schedule) => ({
      ...plain,
      ...start(schedule, 1),
      displayName: schedule.displayName?.value,
    })),
    ...wanted(model.rotations).map((rotation) => ({
      ...plain,
      ...start(rotation, 2),
      displayName: rotation.label,
      caption: turnsOf(rotation),
    })),
    ...wanted(model.contacts).map((contact) => ({
      ...plain,
      ...start(contact, 3),
      displayName: contact.displayName?.value,
      caption: [...new Set(contact.channels.map(({ type }) => type))].join(' '),
    })),
    ...wanted(model.externs).map((extern) => ({
      ...plain,
      ...start(extern, 3),
      caption: 'extern',
    })),
  ];
}

function start<T extends GraphSubject & { readonly origin: Origin }>(item: T, layer: number) {
  const { kind, name, origin } = item;
  return { id: idOf(item), kind, name, origin, layer };
}

function edgesOf(model: Model): readonly GraphEdge[] {
  const plain = { stage: undefined, essential: undefined };
  const ofPlans = [...model.plans.values()].flatMap((plan) =>
    plan.stages.flatMap(({ targets }, stage) =>
      targets.map(({ to, essential }) => ({
        from: idOf(plan),
        to: idOf(to),
        stage,
        essential,
        origin: to.origin,
      })),
    ),
  );
  const ofSchedules = [...model.schedules.values()].flatMap((schedule) =>
    schedule.rotations.map((to) => ({
      ...plain,
      from: idOf(schedule),
      to: idOf(to),
      origin: to.origin,
    })),
  );
  const ofRotations = [...model.rotations.values()].flatMap((rotation) => {
    const stead = rotation.overrides.flatMap(({ members }) => members);
    return [...rotation.members, ...stead].map((to) => ({
      ...plain,
      from: idOf(rotation),
      to: idOf(to),
      origin: to.origin,
    }));
  });
  const known = new Set(
    [model.schedules, model.rotations, model.contacts, model.externs].flatMap((items) =>
      [...items.values()].map(idOf),
    ),
  );
  const once = new Map<string, GraphEdge>();
  for (const edge of [...ofPlans, ...ofSchedules, ...ofRotations]) {
    const key = `${edge.from} ${edge.stage ?? ''} ${edge.to}`;
    if (known.has(edge.to) && once.get(key)?.essential !== true) once.set(key, edge);
  }
  return [...once.values()];
}

/** All that an id leads to and all that leads to it, itself included. */
function around(id: string, edges: readonly GraphEdge[]): ReadonlySet<string> {
  return new Set([...reachable(id, edges, 'from', 'to'), ...reachable(id, edges, 'to', 'from')]);
}

function reachable(
  id: string,
  edges: readonly GraphEdge[],
  near: 'from' | 'to',
  far: 'from' | 'to',
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const found = next.get(edge[near]);
    if (found === undefined) next.set(edge[near], [edge[far]]);
    else found.push(edge[far]);
  }
  const seen = new Set([id]);
  // A set may grow while it is gone through.
  for (const at of seen) for (const other of next.get(at) ?? []) seen.add(other);
  return seen;
}

function idOf({ kind, name }: GraphSubject): string {
  return `${kind}/${name}`;
}

/** `weekly, 2 at once`. */
function turnsOf({ handOffs, every, onCall, zone }: Rotation): string {
  const unit = { daily: 'days', weekly: 'weeks', monthly: 'months' }[handOffs.kind];
  const often = every === 1 ? handOffs.kind : `every ${every} ${unit}`;
  return `${often}${onCall > 1 ? `, ${onCall} at once` : ''}, ${zone.value}`;
}
