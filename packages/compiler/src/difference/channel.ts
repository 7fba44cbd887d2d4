import { originsWithin } from '../compose.ts';
import type { LiveChannel } from '../live-state.ts';
import { maskAddress } from '../mask-address.ts';
import type { AliasedResource, ChannelResource } from '../resource.ts';
import { type Call, type Change, property, type Reason, type Subject, toDelete } from './change.ts';
import { channelContents } from './contents.ts';
import type { FreshId } from './fresh-id.ts';
import type { ChannelMatch } from './match-channels.ts';
import { aliasedSubject, channelSubject, liveChannelSubject } from './subject.ts';
import { creation, type View } from './view.ts';
import { channelTypeWords, quoted } from './words.ts';

/** What becomes of the channels of one contact. Whether activation was deferred is past by then. */
export function channelChanges(
  contact: AliasedResource,
  resources: readonly ChannelResource[],
  match: ChannelMatch,
  view: View,
  freshId: FreshId,
): readonly Change[] {
  const goes = new Set(match.goes);
  const owner = aliasedSubject(contact);
  const changes = resources.flatMap((resource): readonly Change[] => {
    const live = match.stays.get(resource.id);
    if (live !== undefined) return update(resource, owner, live);

    // A channel of the same name that could not stay is of another type.
    const replaced = match.goes.find((each) => goes.has(each) && each.name === resource.input.Name);
    if (replaced !== undefined) goes.delete(replaced);
    return [replacement(resource, owner, replaced, view)];
  });
  const deletions = [...goes].map((live): Change => {
    const id = freshId(`channel/${contact.input.Alias}/${live.name}`, live.arn);
    return {
      id,
      kind: 'channel',
      action: 'delete',
      of: contact.id,
      subject: liveChannelSubject(live),
      owner,
      reasons: [
        toDelete([
          `${channelTypeWords[live.type]} ${maskAddress(live.address)}`,
          ...(live.activated ? ['its activation is lost'] : []),
        ]),
      ],
      calls: [deletion(id, live)],
      holds: [],
    };
  });
  return [...changes, ...deletions];
}

function update(resource: ChannelResource, owner: Subject, live: LiveChannel): readonly Change[] {
  const { id, of, origin, input } = resource;
  const { Name, DeliveryAddress } = input;
  const renamed = Name !== live.name;
  const moved = DeliveryAddress.SimpleAddress !== live.address;
  if (!renamed && !moved) return [];

  const call: Call = {
    id: `${id}#update`,
    operation: 'UpdateContactChannel',
    input: {
      ContactChannelId: live.arn,
      ...(renamed && { Name }),
      ...(moved && { DeliveryAddress }),
    },
    phase: 'channel',
    origin,
    origins: originsWithin(resource.origins, [
      ...(renamed ? ['Name'] : []),
      ...(moved ? ['DeliveryAddress'] : []),
    ]),
  };
  const reasons = [
    ...(renamed ? [property('name', quoted(live.name), quoted(Name))] : []),
    ...(moved ? [addressReason(live.address, DeliveryAddress.SimpleAddress)] : []),
  ];
  const subject = channelSubject(resource);
  const change = { id, kind: 'channel', of, subject, owner, origin, holds: [] } as const;
  return [{ ...change, action: 'update', reasons, calls: [call] }];
}

function replacement(
  resource: ChannelResource,
  owner: Subject,
  replaced: LiveChannel | undefined,
  view: View,
): Change {
  const { id, of, origin, input } = resource;
  const subject = channelSubject(resource);
  const change = { id, kind: 'channel', of, subject, owner, origin, holds: [] } as const;
  const made = creation(view, resource);
  if (replaced === undefined) {
    return { ...change, action: 'create', reasons: [channelContents(resource)], calls: [made] };
  }
  const { SimpleAddress } = input.DeliveryAddress;
  const moved = replaced.address !== SimpleAddress;
  const retyped = property(
    'type',
    channelTypeWords[replaced.type],
    channelTypeWords[input.Type],
    "a channel's type can't be changed in place; costs a new activation",
  );
  // After the new one, so that the person is never without.
  const gone = { ...deletion(id, replaced), after: [made.id] };
  const reasons = moved ? [retyped, addressReason(replaced.address, SimpleAddress)] : [retyped];
  return { ...change, action: 'replace', reasons, calls: [made, gone] };
}

function deletion(id: string, live: LiveChannel): Call {
  return {
    id: `${id}#delete`,
    operation: 'DeleteContactChannel',
    input: { ContactChannelId: live.arn },
    phase: 'channel-deletion',
    deletes: live.arn,
  };
}

function addressReason(before: string, after: string): Reason {
  const [hidden, shown] = [maskAddress(before), maskAddress(after)];
  return property('address', hidden, shown === hidden ? `${shown} (another)` : shown);
}
