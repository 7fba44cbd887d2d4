/** What the lowering of one declaration needs to know of the rest. */
import type { Model, Reference, Sourced, Tag, Value } from '@oncall/language';
import { arnProblem } from '@oncall/language';
import { type Arn, contactArn } from '../arn.ts';
import { projectName } from '../ownership.ts';
import type { Values } from './values.ts';

export interface Scope {
  readonly model: Model;
  readonly values: Values;
  readonly project: { readonly name: string; readonly tags: readonly Tag[] };
  /** Of a contact, plan or schedule, where account and Region are known. */
  arn(alias: string): string | undefined;
  /** Whom a reference names. */
  refer(reference: Reference<'contact' | 'schedule' | 'extern'>): Sourced<Arn>;
}

export function createScope(
  model: Model,
  values: Values,
  account: string | undefined,
  region: string | undefined,
): Scope {
  const text = (value: Value | undefined) =>
    value === undefined ? '' : values.text(value, arnProblem);

  const arn = ({ kind, name }: Reference<'contact' | 'schedule' | 'extern'>): Arn => {
    if (kind === 'extern') return text(model.externs.get(name)?.arn);
    const aliased = kind === 'contact' ? model.contacts.get(name) : model.schedules.get(name);
    return { arnOf: `${kind}/${aliased?.alias ?? name}` };
  };

  return {
    model,
    values,
    project: { name: projectName(model), tags: model.project?.tags ?? [] },
    arn: (alias) => contactArn(alias, account, region),
    refer: (reference) => ({ value: arn(reference), origin: reference.origin }),
  };
}
