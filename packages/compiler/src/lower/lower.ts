import {
  accountProblem,
  type Finding,
  finding,
  type Model,
  regionProblem,
  type Value,
} from '@oncall/language';
import type { Resource } from '../resource.ts';
import { channel } from './channel.ts';
import { contact, engagementPlan } from './contact.ts';
import { override } from './override.ts';
import { plan } from './plan.ts';
import { rotation } from './rotation.ts';
import { schedule } from './schedule.ts';
import { createScope } from './scope.ts';
import { type Check, createValues } from './values.ts';

/** What the caller knows and the files may leave open. */
export interface Environment {
  /** Taken where the project names none; whether it may differ from one named is the caller's. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  variable(name: string): string | undefined;
}

export interface Lowered {
  /** In an order in which they can be made; empty where anything was found wrong. */
  readonly resources: readonly Resource[];
  readonly findings: readonly Finding[];
  /** The project's, or the caller's. */
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/**
 * What a project wants to exist. The model must have no errors; what only now can be known to be
 * wrong (variables, limits of the service after merging) comes back as findings.
 *
 * People are made reachable before anything can page them; inside a phase the order is that of
 * the files.
 */
export function lower(model: Model, environment: Environment): Lowered {
  const values = createValues((name) => environment.variable(name));
  const text = (value: Value | undefined, check: Check) =>
    value === undefined ? undefined : values.text(value, check);
  const account = text(model.project?.account, accountProblem) ?? environment.account;
  const region = text(model.project?.region, regionProblem) ?? environment.region;
  const scope = createScope(model, values, account, region);

  const contacts = [...model.contacts.values()];
  const rotations = [...model.rotations.values()];
  const resources: readonly Resource[] = [
    ...contacts.map((declared) => contact(scope, declared)),
    ...contacts.flatMap((owner) => owner.channels.map((each) => channel(scope, owner, each))),
    ...contacts.flatMap((declared) => engagementPlan(declared) ?? []),
    ...rotations.map((declared) => rotation(scope, declared)),
    ...rotations.flatMap((owner) => owner.overrides.map((each) => override(scope, owner, each))),
    ...[...model.schedules.values()].map((declared) => schedule(scope, declared)),
    ...[...model.plans.values()].map((declared) => plan(scope, declared)),
  ];

  const findings = [...values.findings(), ...resources.flatMap(tooManyTags)];
  return { resources: findings.length === 0 ? resources : [], findings, account, region };
}

const maximumTags = 50;

/** Counted with the project's tags and ours, so it can't be seen in the source alone. */
function tooManyTags(resource: Resource): readonly Finding[] {
  if (!('Tags' in resource.input)) return [];
  const count = resource.input.Tags.length;
  if (count <= maximumTags) return [];
  const why =
    `${resource.kind} ${resource.name} has ${count} tags with those of the project and of oncall, ` +
    `and ${maximumTags} are allowed. Remove ${count - maximumTags}.`;
  return [finding('invalid-tag', resource.origin, { why })];
}
