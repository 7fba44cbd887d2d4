/** What contacts, plans and schedules have in common: the service calls all of them contacts. */
import type { Contact, Plan, Schedule } from '@oncall/language';
import type { Arn } from '../arn.ts';
import { type Annotated, type Composed, compose } from '../compose.ts';
import type { AliasedResource } from '../resource.ts';
import type { ContactPlan, ContactType, CreateContactInput } from '../wire.ts';
import type { Scope } from './scope.ts';
import { tags } from './tags.ts';

type Kind = AliasedResource['kind'];

interface Aliased<K extends Kind>
  extends Composed<CreateContactInput<Arn>>,
    Pick<AliasedResource, 'id' | 'name' | 'operation' | 'origin' | 'arn'> {
  readonly kind: K;
}

export function aliased<K extends Kind>(
  scope: Scope,
  kind: K,
  declared: Contact | Plan | Schedule,
  plan: Annotated<ContactPlan<Arn>>,
): Aliased<K> {
  const { alias, name, origin, displayName } = declared;
  return {
    kind,
    id: `${kind}/${alias}`,
    name,
    operation: 'CreateContact',
    origin,
    arn: scope.arn(alias),
    ...compose<CreateContactInput<Arn>>({
      Alias: { value: alias, origin },
      DisplayName: displayName,
      Type: types[kind],
      Plan: plan,
      Tags: tags(scope, declared.tags),
    }),
  };
}

const types: Readonly<Record<Kind, ContactType>> = {
  contact: 'PERSONAL',
  plan: 'ESCALATION',
  schedule: 'ONCALL_SCHEDULE',
};
