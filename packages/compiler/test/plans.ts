/** Short ways to say what a difference should be, for tests. */
import {
  type Change,
  describeReason,
  difference,
  lower,
  type Resource,
  type Step,
  steps,
} from '../src/index.ts';
import { buildModel, type ModelSpec } from './model-builder.ts';
import { Service } from './service.ts';

export const project = {
  name: 'acme',
  account: '111122223333',
  region: 'us-east-2',
} as const;

export function resourcesOf(spec: ModelSpec): readonly Resource[] {
  const lowered = lower(buildModel({ project, ...spec }), { variable: () => undefined });
  if (lowered.findings.length > 0) throw new Error(lowered.findings[0]?.message);
  return lowered.resources;
}

/** An account that is as a project says. */
export function deploy(spec: ModelSpec): Service {
  const service = new Service();
  service.apply(steps(changesTo(spec, service)));
  return service;
}

export function changesTo(spec: ModelSpec, service: Service, adopt = false): readonly Change[] {
  return difference(resourcesOf(spec), service.live, { project: 'acme', adopt });
}

/** What changes between two projects, in lines, and the steps that it takes. */
export function planOf(
  before: ModelSpec,
  after: ModelSpec,
): { readonly lines: readonly string[]; readonly todo: readonly Step[] } {
  const changes = changesTo(after, deploy(before));
  return { lines: changes.flatMap(linesOf), todo: steps(changes) };
}

/** `update contact/alice: stage 1: 5m → 10m`, a line for each reason. */
export function linesOf(change: Change): readonly string[] {
  return change.reasons.map((reason) => `${change.action} ${change.id}: ${describeReason(reason)}`);
}

/** Steps by id, with what they send. */
export function callsOf(todo: readonly Step[]): readonly [string, string, object][] {
  return todo.map(({ id, operation, input }) => [id, operation, input]);
}
