/** A service in memory, and what it holds, told without ids that differ from run to run. */
import { startLocalService } from '@oncall/local-service';
import { onTestFinished } from 'vitest';

export interface Account {
  readonly url: string;
  call(operation: string, input: object): Promise<Record<string, unknown>>;
  /** Everything in it, as text; equal for two accounts that hold the same. */
  contents(): Promise<string>;
}

export async function account(): Promise<Account> {
  const service = await startLocalService({ account: '111122223333', region: 'us-east-2' });
  onTestFinished(() => service.close());
  const call: Account['call'] = async (operation, input) => {
    const response = await fetch(service.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `SSMContacts.${operation}`,
      },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`);
    return answer;
  };
  return { url: service.url, call, contents: () => contents(call) };
}

async function contents(call: Account['call']): Promise<string> {
  const names = new Map<string, string>();
  const found: string[] = [];
  const tagsOf = async (arn: unknown) => {
    const { Tags } = await call('ListTagsForResource', { ResourceARN: arn });
    return (Tags as { Key: string; Value: string }[])
      .map(({ Key, Value }) => `${Key}=${Value}`)
      .sort();
  };
  const list = async (operation: string, member: string, input: object = {}) =>
    ((await call(operation, { MaxResults: 1024, ...input }))[member] ?? []) as Record<
      string,
      unknown
    >[];

  const rotations = await list('ListRotations', 'Rotations');
  for (const rotation of rotations) {
    names.set(rotation['RotationArn'] as string, `rotation ${rotation['Name']}`);
  }
  for (const rotation of rotations) {
    const id = { RotationId: rotation['RotationArn'] };
    const range = { StartTime: 0, EndTime: 4_000_000_000 };
    const overrides = await list('ListRotationOverrides', 'RotationOverrides', { ...id, ...range });
    found.push(
      JSON.stringify({
        ...rotation,
        tags: await tagsOf(rotation['RotationArn']),
        overrides: overrides.map(({ NewContactIds, StartTime, EndTime }) => [
          NewContactIds,
          StartTime,
          EndTime,
        ]),
      }),
    );
  }
  for (const { ContactArn } of await list('ListContacts', 'Contacts')) {
    const contact = await call('GetContact', { ContactId: ContactArn });
    const channels =
      contact['Type'] === 'PERSONAL'
        ? await list('ListContactChannels', 'ContactChannels', { ContactId: ContactArn })
        : [];
    for (const channel of channels) {
      names.set(channel['ContactChannelArn'] as string, `channel ${channel['Name']}`);
    }
    found.push(
      JSON.stringify({
        ...contact,
        tags: await tagsOf(ContactArn),
        channels: channels.map(({ Name, Type, DeliveryAddress }) => [Name, Type, DeliveryAddress]),
      }),
    );
  }
  let text = found.sort().join('\n');
  for (const [arn, name] of names) text = text.replaceAll(arn, name);
  return text.split('\n').sort().join('\n');
}
