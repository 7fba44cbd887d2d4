/** A service whose clock stands, with people who can be reached, and what they would get. */
import type { LocalServiceOptions } from '../src/index.ts';
import type { Message } from '../src/outbox.ts';
import { startTestService, type TestService } from './service.ts';

/** Epoch seconds. */
export const START = Date.UTC(2026, 2, 2, 3) / 1000;

export const TEXTS = { Sender: 'test', Subject: 'Disk full', Content: 'On db-1' };

export interface PagingService extends TestService {
  outbox(): Promise<readonly SentMessage[]>;
  /** Asks beside the API, and gives the status of the answer and what it holds. */
  control(
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  advance(minutes: number): Promise<void>;
  /** A channel that is activated. */
  channel(contactId: string, type: 'SMS' | 'VOICE' | 'EMAIL'): Promise<string>;
  /** A person who is tried by SMS at once, and by voice 5 minutes later, for 5 minutes. */
  reachable(alias: string): Promise<string>;
  /** An escalation plan: minutes and targets of each stage; `!` behind an ARN is essential. */
  plan(
    alias: string,
    stages: readonly (readonly [number, ...(readonly string[])])[],
  ): Promise<string>;
  start(contactId: string): Promise<string>;
  /** Who was paged when, in minutes since the start: `alice 0`. */
  paged(engagementId: string): Promise<readonly string[]>;
  /** Answers the n-th page of an engagement. */
  accept(engagementId: string, index: number, type?: 'READ' | 'DELIVERED'): Promise<void>;
}

export type SentMessage = Omit<Message, 'time'> & { readonly time: string };

export async function startPagingService(
  options: LocalServiceOptions = {},
): Promise<PagingService> {
  const service = await startTestService({ clock: START * 1000, ...options });
  const { url, call } = service;

  const control: PagingService['control'] = async (path, body) => {
    const response = await fetch(`${url}/_oncall/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };

  const outbox = async () => {
    const { body } = await control('outbox');
    return (body as { messages: readonly SentMessage[] }).messages;
  };

  const channel: PagingService['channel'] = async (ContactId, Type) => {
    const SimpleAddress = Type === 'EMAIL' ? 'alice@example.com' : '+12065550100';
    const { ContactChannelArn } = await call('CreateContactChannel', {
      ContactId,
      Name: Type.toLowerCase(),
      Type,
      DeliveryAddress: { SimpleAddress },
    });
    const ActivationCode =
      (await outbox()).findLast((it) => it.channel === ContactChannelArn)?.code ?? '';
    await call('ActivateContactChannel', { ContactChannelId: ContactChannelArn, ActivationCode });
    return ContactChannelArn;
  };

  return {
    ...service,
    control,
    outbox,
    channel,
    advance: async (advanceMinutes) => {
      const { status } = await control('clock', { advanceMinutes });
      if (status !== 200) throw new Error(`the clock answers ${status}`);
    },
    reachable: async (alias) => {
      const ContactId = await service.person(alias);
      const channels = [await channel(ContactId, 'SMS'), await channel(ContactId, 'VOICE')];
      const Stages = channels.map((ContactChannelId) => ({
        DurationInMinutes: 5,
        Targets: [{ ChannelTargetInfo: { ContactChannelId, RetryIntervalInMinutes: 1 } }],
      }));
      await call('UpdateContact', { ContactId, Plan: { Stages } });
      return ContactId;
    },
    plan: async (Alias, stages) => {
      const Stages = stages.map(([DurationInMinutes, ...targets]) => ({
        DurationInMinutes,
        Targets: targets.map((target) => ({
          ContactTargetInfo: {
            ContactId: target.replace('!', ''),
            IsEssential: target.endsWith('!'),
          },
        })),
      }));
      return (await call('CreateContact', { Alias, Type: 'ESCALATION', Plan: { Stages } }))
        .ContactArn;
    },
    start: async (ContactId) =>
      (await call('StartEngagement', { ContactId, ...TEXTS })).EngagementArn,
    paged: async (EngagementId) => {
      const { Pages } = await call('ListPagesByEngagement', { EngagementId });
      return Pages.map(
        ({ ContactArn, SentTime = 0 }) => `${ContactArn.split('/')[1]} ${(SentTime - START) / 60}`,
      );
    },
    accept: async (EngagementId, index, AcceptType = 'READ') => {
      const { Pages } = await call('ListPagesByEngagement', { EngagementId });
      const PageId = Pages[index]?.PageArn ?? '';
      const AcceptCode = (await outbox()).find(({ page }) => page === PageId)?.code ?? '';
      await call('AcceptPage', { PageId, AcceptType, AcceptCode });
    },
  };
}
