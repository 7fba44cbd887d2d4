import { addressProblem, type Channel, type ChannelType, type Contact } from '@oncall/language';
import type { Arn } from '../arn.ts';
import { compose } from '../compose.ts';
import type { ChannelResource } from '../resource.ts';
import type { ChannelTypeName, CreateContactChannelInput } from '../wire.ts';
import type { Scope } from './scope.ts';

/** The request that makes a channel, with its address and its activation. */
export function channel(scope: Scope, owner: Contact, declared: Channel): ChannelResource {
  const of = `contact/${owner.alias}`;
  const { address, origin } = declared;
  return {
    kind: 'channel',
    id: channelId(owner.alias, declared.name),
    name: declared.name,
    of,
    operation: 'CreateContactChannel',
    origin,
    ...compose<CreateContactChannelInput<Arn>>({
      ContactId: { arnOf: of },
      Name: { value: declared.label, origin },
      Type: channelTypes[declared.type],
      DeliveryAddress: {
        SimpleAddress: {
          value: scope.values.text(address, (text) => addressProblem(declared.type, text)),
          origin: address.origin,
        },
      },
      DeferActivation: declared.deferred ? true : undefined,
    }),
  };
}

export function channelId(alias: string, name: string): string {
  return `channel/${alias}/${name}`;
}

const channelTypes: Readonly<Record<ChannelType, ChannelTypeName>> = {
  voice: 'VOICE',
  sms: 'SMS',
  email: 'EMAIL',
};
