import { describe, expect, it } from 'vitest';
import { PREFIX, startTestService, type TestService } from './service.ts';

const START = Date.UTC(2026, 2, 2, 3) / 1000;
const TEXTS = { Sender: 'test', Subject: 'Disk full', Content: 'On db-1' };

/** A service whose clock stands, with what tests ask of it beside the API. */
async function service() {
  const started = await startTestService({ clock: START * 1000 });
  const { url, call } = started;
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (response.status !== 200) throw new Error(await response.text());
  };
  const outbox = async () => {
    const { messages } = (await (await fetch(`${url}/_oncall/outbox`)).json()) as {
      messages: { kind: string; channel: string; page?: string; code: string; text: string }[];
    };
    return messages;
  };
  return {
    ...started,
    outbox,
    advance: (advanceMinutes: number) => post('/_oncall/clock', { advanceMinutes }),
    /** A person who is reached at once by the first channel and, 5 minutes later, by the second. */
    reachable: async (alias: string) => {
      const ContactId = await started.person(alias);
      const channels: string[] = [];
      for (const Type of ['SMS', 'VOICE'] as const) {
        const { ContactChannelArn } = await call('CreateContactChannel', {
          ContactId,
          Name: Type.toLowerCase(),
          Type,
          DeliveryAddress: { SimpleAddress: '+12065550100' },
        });
        const sent = (await outbox()).findLast(({ channel }) => channel === ContactChannelArn);
        const ActivationCode = sent?.code ?? '';
        await call('ActivateContactChannel', {
          ContactChannelId: ContactChannelArn,
          ActivationCode,
        });
        channels.push(ContactChannelArn);
      }
      const Stages = channels.map((ContactChannelId) => ({
        DurationInMinutes: 5,
        Targets: [{ ChannelTargetInfo: { ContactChannelId } }],
      }));
      await call('UpdateContact', { ContactId, Plan: { Stages } });
      return { ContactId, channels };
    },
    accept: async (PageId: string, AcceptType: 'READ' | 'DELIVERED' = 'READ') => {
      const AcceptCode = (await outbox()).find(({ page }) => page === PageId)?.code ?? '';
      await call('AcceptPage', { PageId, AcceptType, AcceptCode });
    },
  };
}

/** Who was paged when, in minutes since the start. */
async function paged({ call }: TestService, EngagementId: string) {
  const { Pages } = await call('ListPagesByEngagement', { EngagementId });
  return Pages.map(({ ContactArn, SentTime = 0 }) => [
    ContactArn.split('/')[1],
    (SentTime - START) / 60,
  ]);
}

describe('an engagement of a person', () => {
  it('pages the channels of each stage when it is due', async () => {
    const it = await service();
    const { ContactId } = await it.reachable('alice');
    const { EngagementArn } = await it.call('StartEngagement', { ContactId, ...TEXTS });
    expect(EngagementArn).toMatch(`${PREFIX}:engagement/alice/`);
    expect(await paged(it, EngagementArn)).toEqual([['alice', 0]]);
    await it.advance(4);
    expect(await paged(it, EngagementArn)).toHaveLength(1);
    await it.advance(1);
    expect(await paged(it, EngagementArn)).toEqual([
      ['alice', 0],
      ['alice', 5],
    ]);
  });

  it('ends with an acknowledgement', async () => {
    const it = await service();
    const { ContactId } = await it.reachable('alice');
    const { EngagementArn } = await it.call('StartEngagement', { ContactId, ...TEXTS });
    const { Pages } = await it.call('ListPagesByContact', { ContactId });
    await it.advance(2);
    await it.accept(Pages[0]?.PageArn ?? '');
    await it.advance(60);
    expect(await paged(it, EngagementArn)).toHaveLength(1);
    const { StopTime } = await it.call('DescribeEngagement', { EngagementId: EngagementArn });
    expect(StopTime).toBe(START + 120);
  });
});
