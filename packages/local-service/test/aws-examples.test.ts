/** AWS's own examples of the operations that are built, replayed. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOperation, type ShapeName } from '../src/model/shapes.ts';
import { validate } from '../src/model/validate.ts';
import { operations } from '../src/operations/table.ts';
import { post, startTestService } from './service.ts';

const file = new URL('../../../../shared/data/ssm-contacts-examples-1.json', import.meta.url);

interface Examples {
  readonly examples: Record<string, { input: object; output?: object }[]>;
}

describe.skipIf(!existsSync(file))("AWS's examples", () => {
  const examples = () => {
    const { examples: all }: Examples = JSON.parse(readFileSync(file, 'utf8'));
    return Object.entries(all).flatMap(([operation, list]) =>
      list.map((example) => ({ operation, ...example })),
    );
  };

  it('are valid by the shapes, requests and answers alike', () => {
    for (const { operation, input, output } of examples()) {
      expect(isOperation(operation)).toBe(true);
      expect(validate(`${operation}Request` as ShapeName, input)).toEqual([]);
      // The examples write instants as texts, and an empty answer as nothing.
      const instants = /T\d\d:\d\d:\d\d/.test(JSON.stringify(output ?? {}));
      if (!instants) expect(validate(`${operation}Result` as ShapeName, output ?? {})).toEqual([]);
    }
  });

  it('get the answers that they show', async () => {
    const replayed = new Set<string>();
    for (const { operation, input, output = {} } of examples()) {
      // The code of the example was sent by AWS, and none of ours is.
      if (!(operation in operations) || operation === 'ActivateContactChannel') continue;
      const text = JSON.stringify([input, output]);
      const region = /ssm-contacts:([a-z0-9-]+):/.exec(text)?.[1] ?? 'us-east-2';
      const { url, close } = await startTestService({ region });
      const ours = await populate(url, region, operation === 'CreateContact');
      const answer = await post(url, operation, withChannels(input, ours));
      expect([operation, answer.status]).toEqual([operation, 200]);
      if (/^List.*Cont/.test(operation)) {
        // Other people than those of the examples are there.
        expect(Object.keys(answer.body as object)).toEqual(Object.keys(output));
      } else {
        expect(withoutIds(answer.body)).toEqual(withoutIds(output));
      }
      replayed.add(operation);
      await close();
    }
    expect(replayed.size).toBe(15);
  });
});

/** Makes what the examples speak of. The channels of akuam have ids of our own, which it gives. */
async function populate(url: string, region: string, empty: boolean): Promise<readonly string[]> {
  if (empty) return [];
  const make = async (operation: string, input: object) => {
    const { status, body } = await post(url, operation, input);
    expect([operation, status]).toEqual([operation, 200]);
    return Object.values(body as Record<string, string>)[0] ?? '';
  };
  const prefix = `arn:aws:ssm-contacts:${region}:111122223333`;
  for (const Alias of ['akuam', 'alejr', 'anasi']) {
    const DisplayName = 'Akua Mansa';
    await make('CreateContact', { Alias, Type: 'PERSONAL', DisplayName, Plan: { Stages: [] } });
  }
  const ContactId = `${prefix}:contact/akuam`;
  await make('TagResource', { ResourceARN: ContactId, Tags: [{ Key: 'group1', Value: '1' }] });
  const channels: string[] = [];
  for (let index = 0; index < 3; index++) {
    const DeliveryAddress = { SimpleAddress: '+15005550199' };
    const channel = { ContactId, Name: 'akuas sms', Type: 'SMS', DeliveryAddress };
    channels.push(await make('CreateContactChannel', channel));
  }
  await make('UpdateContact', {
    ContactId,
    Plan: {
      Stages: channels.map((ContactChannelId) => ({
        DurationInMinutes: 5,
        Targets: [{ ChannelTargetInfo: { ContactChannelId, RetryIntervalInMinutes: 1 } }],
      })),
    },
  });
  const stage = (alias: string, DurationInMinutes: number, IsEssential: boolean) => ({
    DurationInMinutes,
    Targets: [{ ContactTargetInfo: { ContactId: `${prefix}:contact/${alias}`, IsEssential } }],
  });
  await make('CreateContact', {
    Alias: 'example_escalation',
    Type: 'ESCALATION',
    DisplayName: 'Example Escalation Plan',
    Plan: {
      Stages: [stage('akuam', 5, true), stage('alejr', 5, false), stage('anasi', 0, false)],
    },
  });
  return channels;
}

const CHANNEL_ARN = /arn:[^"]*:contact-channel\/[^"]*/g;

/** The request with our channels in the place of those of the example. */
function withChannels(input: object, ours: readonly string[]): object {
  const theirs = [...new Set(JSON.stringify(input).match(CHANNEL_ARN) ?? [])];
  return JSON.parse(
    JSON.stringify(input).replace(CHANNEL_ARN, (arn) => ours[theirs.indexOf(arn)] ?? arn),
  );
}

/** The answer without what differs from run to run, and activated as the examples' channels are. */
function withoutIds(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer).replace(CHANNEL_ARN, 'channel').replace('NOT_ACTIVATED', 'ACTIVATED'),
  );
}
