/** AWS's own examples, replayed: what AWS chose at random in them stands for what is made here. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOperation, type ShapeName } from '../src/model/shapes.ts';
import { validate } from '../src/model/validate.ts';
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
    for (const { operation, input, output = {} } of examples()) {
      const text = JSON.stringify([input, output]);
      const place = /ssm-contacts:([a-z0-9-]+):(\d{12})/.exec(text);
      const [, region = 'us-east-2', account = '111122223333'] = place ?? [];
      const clock = Date.UTC(2021, 4, 18, 18);
      const { url, close } = await startTestService({ region, account, clock });
      const made = await populate(url, `arn:aws:ssm-contacts:${region}:${account}`, operation);
      const answer = await post(url, operation, withOurs(input, made));
      expect([operation, answer.status, answer.body]).toMatchObject([operation, 200, {}]);
      if (/^List(Contact|Engagements|Page)/.test(operation)) {
        // Other people and other times than those of the examples are there: what each item tells
        // of is the same all the same.
        expect(membersOf(answer.body)).toEqual(membersOf(output));
      } else {
        expect(withoutChance(answer.body)).toEqual(withoutChance(output));
      }
      await close();
    }
  });
});

interface Made {
  readonly channels: readonly string[];
  readonly engagements: readonly string[];
  readonly pages: readonly string[];
  /** The code that was sent last. */
  readonly code: string;
}

/** Makes what the example of an operation speaks of. */
async function populate(url: string, prefix: string, operation: string): Promise<Made> {
  const made = {
    channels: [] as string[],
    engagements: [] as string[],
    pages: [] as string[],
    code: '',
  };
  if (operation === 'CreateContact') return made;
  const make = async (name: string, input: object) => {
    const { status, body } = await post(url, name, input);
    expect([name, status, body]).toEqual([name, 200, expect.anything()]);
    return Object.values(body as Record<string, string>)[0] ?? '';
  };
  const takeCode = async () => {
    const { messages } = (await (await fetch(`${url}/_oncall/outbox`)).json()) as {
      messages: { code: string; page?: string }[];
    };
    made.pages.splice(0, Number.POSITIVE_INFINITY, ...messages.flatMap(({ page }) => page ?? []));
    made.code = messages.at(-1)?.code ?? '';
  };
  for (const Alias of ['akuam', 'alejr', 'anasi']) {
    const DisplayName = 'Akua Mansa';
    await make('CreateContact', { Alias, Type: 'PERSONAL', DisplayName, Plan: { Stages: [] } });
  }
  const ContactId = `${prefix}:contact/akuam`;
  await make('TagResource', { ResourceARN: ContactId, Tags: [{ Key: 'group1', Value: '1' }] });
  for (let index = 0; index < 3; index++) {
    const DeliveryAddress = { SimpleAddress: '+15005550199' };
    const channel = { ContactId, Name: 'akuas sms', Type: 'SMS', DeliveryAddress };
    const ContactChannelId = await make('CreateContactChannel', channel);
    made.channels.push(ContactChannelId);
    await takeCode();
    if (operation === 'ActivateContactChannel') return made;
    await make('ActivateContactChannel', { ContactChannelId, ActivationCode: made.code });
  }
  await make('UpdateContact', {
    ContactId,
    Plan: {
      Stages: made.channels.map((ContactChannelId) => ({
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
  if (/Engagement|Page/.test(operation)) {
    const alias = operation.endsWith('Engagement') ? 'example_escalation' : 'akuam';
    const target = `${prefix}:contact/${alias}`;
    const texts = { Sender: 'tester', Subject: 'test', Content: 'Testing engagements' };
    const open = { PublicSubject: 'test', PublicContent: 'Testing engagements' };
    made.engagements.push(await make('StartEngagement', { ContactId: target, ...texts, ...open }));
    await takeCode();
    if (['DescribePage', 'ListPageReceipts', 'ListPagesByContact'].includes(operation)) {
      const [PageId] = made.pages;
      await make('AcceptPage', { PageId, AcceptType: 'READ', AcceptCode: made.code });
    }
  }
  if (operation === 'GetContactPolicy') {
    await make('PutContactPolicy', { ContactArn: ContactId, Policy: POLICY });
  }
  return made;
}

/** That of AWS's example. */
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'SharePolicyForDocumentationDralia',
      Effect: 'Allow',
      Principal: { AWS: '222233334444' },
      Action: [
        'ssm-contacts:GetContact',
        'ssm-contacts:StartEngagement',
        'ssm-contacts:DescribeEngagement',
        'ssm-contacts:ListPagesByEngagement',
        'ssm-contacts:StopEngagement',
      ],
      Resource: [
        'arn:aws:ssm-contacts:*:111122223333:contact/akuam',
        'arn:aws:ssm-contacts:*:111122223333:engagement/akuam/*',
      ],
    },
  ],
});

const ARN = /arn:[^"]*:(contact-channel|engagement|page)\/([^/"]*)\/[0-9a-f-]{36}/g;
const INSTANT = /"\d{4}-\d\d-\d\dT[^"]*"/g;

/** The request with our ARNs and codes in the place of those of the example. */
function withOurs(input: object, made: Made): object {
  const theirs: string[] = [];
  const text = JSON.stringify(input).replace(ARN, (arn, kind) => {
    if (!theirs.includes(arn)) theirs.push(arn);
    const ours =
      kind === 'page' ? made.pages : kind === 'engagement' ? made.engagements : made.channels;
    return ours[theirs.indexOf(arn)] ?? arn;
  });
  return JSON.parse(text.replace(/("(?:Accept|Activation)Code":)"[0-9]+"/, `$1"${made.code}"`));
}

/** The answer without ids and instants. */
function withoutChance(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer)
      .replace(ARN, '$1 of $2')
      .replace(INSTANT, '"instant"')
      .replace(/("[A-Za-z]*Time":)[0-9.]+/g, '$1"instant"'),
  );
}

/** The names of the members of a list's items, all together, and of the answer. */
function membersOf(answer: object | unknown): unknown {
  const [[name, items] = ['', []]] = Object.entries(answer as Record<string, object[]>);
  return { [name]: [...new Set(items.flatMap((item) => Object.keys(item)))].sort() };
}
