/** All that an account holds, in a form that is the same for two accounts that hold the same. */
import { type Answer, type Call, listAll } from './call.ts';

export interface Contents {
  /** What each contact and rotation is, by ARN, ARNs in it replaced by names. */
  readonly all: ReadonlyMap<string, string>;
  readonly overrides: readonly LiveOverride[];
  readonly channels: readonly LiveChannel[];
}

export interface LiveOverride {
  readonly rotationArn: string;
  /** As the tag `oncall/name` has it. */
  readonly rotation: string;
  readonly members: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface LiveChannel {
  readonly arn: string;
  readonly contactArn: string;
  readonly name: string;
  readonly type: string;
  readonly address: string;
  readonly activated: boolean;
}

/** Overrides that `isByHand` are listed, and not part of what their rotation is. */
export async function contentsOf(
  call: Call,
  isByHand: (override: { readonly StartTime: number }) => boolean,
): Promise<Contents> {
  const names = new Map<string, string>();
  const raw = new Map<string, object>();
  const overrides: LiveOverride[] = [];
  const channels: LiveChannel[] = [];
  for (const rotation of await listAll(call, 'ListRotations', 'Rotations')) {
    const arn = rotation['RotationArn'] as string;
    const tags = await tagsOf(call, arn);
    const name = tags['oncall/name'] ?? String(rotation['Name']);
    names.set(arn, `rotation ${name}`);
    const range = { RotationId: arn, StartTime: 0, EndTime: 4_000_000_000 };
    const found = await listAll(call, 'ListRotationOverrides', 'RotationOverrides', range);
    for (const each of found) {
      overrides.push({
        rotationArn: arn,
        rotation: name,
        members: each['NewContactIds'] as string[],
        start: each['StartTime'] as number,
        end: each['EndTime'] as number,
      });
    }
    const ours = found
      .filter((each) => !isByHand(each as unknown as { StartTime: number }))
      .map((each) => [each['StartTime'], each['EndTime'], each['NewContactIds']])
      .sort((one, other) => Number(one[0]) - Number(other[0]));
    raw.set(arn, { ...rotation, tags, overrides: ours });
  }
  for (const { ContactArn } of await listAll(call, 'ListContacts', 'Contacts')) {
    const arn = ContactArn as string;
    const contact: Record<string, unknown> = { ...(await call('GetContact', { ContactId: arn })) };
    const own = contact['Type'] === 'PERSONAL' ? await channelsOf(call, arn) : [];
    contact['Plan'] = inOneForm(contact['Plan'] as ContactPlan, own, names);
    channels.push(...own);
    for (const { arn: id, name } of own) names.set(id, `channel ${name}`);
    const listed = own.map(({ name, type, address }) => `${type} ${name} ${address}`).sort();
    // An empty name is none: the service has no other way to take one away.
    if (contact['DisplayName'] === '') delete contact['DisplayName'];
    raw.set(arn, { ...contact, tags: await tagsOf(call, arn), channels: listed });
  }
  const all = new Map<string, string>();
  for (const [arn, what] of raw) {
    let text = JSON.stringify(what, null, 1);
    for (const [id, name] of names) text = text.replaceAll(id, name);
    all.set(arn, text);
  }
  return { all, overrides, channels };
}

interface ContactPlan {
  readonly Stages?: readonly { readonly Targets?: readonly Answer[] }[];
  readonly RotationIds?: readonly string[];
}

/**
 * AWS ignores targets whose channel is gone, so the tool leaves them where they are, as it does
 * rotations of a schedule in another order: they take turns side by side.
 */
function inOneForm(
  plan: ContactPlan,
  channels: readonly LiveChannel[],
  names: ReadonlyMap<string, string>,
): ContactPlan {
  if (plan.RotationIds !== undefined) {
    return { RotationIds: plan.RotationIds.map((arn) => names.get(arn) ?? arn).sort() };
  }
  if (plan.Stages === undefined) return plan;
  const known = new Set(channels.map(({ arn }) => arn));
  const isKnown = ({ ChannelTargetInfo }: Answer) =>
    ChannelTargetInfo === undefined ||
    known.has((ChannelTargetInfo as Answer)['ContactChannelId'] as string);
  return {
    ...plan,
    Stages: plan.Stages.map((stage) => ({
      ...stage,
      ...(stage.Targets && { Targets: stage.Targets.filter(isKnown) }),
    })),
  };
}

async function channelsOf(call: Call, contactArn: string): Promise<readonly LiveChannel[]> {
  const found = await listAll(call, 'ListContactChannels', 'ContactChannels', {
    ContactId: contactArn,
  });
  return found.map((each) => ({
    arn: each['ContactChannelArn'] as string,
    contactArn,
    name: each['Name'] as string,
    type: each['Type'] as string,
    address: (each['DeliveryAddress'] as Answer)['SimpleAddress'] as string,
    activated: each['ActivationStatus'] === 'ACTIVATED',
  }));
}

async function tagsOf(call: Call, arn: string): Promise<Record<string, string>> {
  const { Tags } = await call('ListTagsForResource', { ResourceARN: arn });
  const tags = (Tags as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]);
  return Object.fromEntries(tags.sort());
}
