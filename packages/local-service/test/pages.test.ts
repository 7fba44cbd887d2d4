import { expect, it } from 'vitest';
import { START, startPagingService } from './paging-service.ts';
import { PREFIX, post } from './service.ts';

/** Alice, paged once, and the page as requests name it. */
async function pagedAlice() {
  const service = await startPagingService();
  const alice = await service.reachable('alice');
  const engagement = await service.start(alice);
  const message = (await service.outbox()).findLast(({ kind }) => kind === 'page');
  const { page: PageId = '', code: AcceptCode = '', channel = '' } = message ?? {};
  const receipts = async () => {
    const { Receipts = [] } = await service.call('ListPageReceipts', { PageId: PageId ?? '' });
    return Receipts;
  };
  return { ...service, alice, engagement, PageId: PageId ?? '', AcceptCode, channel, receipts };
}

it('a page gets receipts as it is sent, arrives and is read', async () => {
  const { call, advance, receipts, PageId, AcceptCode, channel } = await pagedAlice();
  await advance(1);
  await call('AcceptPage', { PageId, AcceptType: 'DELIVERED', AcceptCode });
  await advance(1);
  const read = {
    AcceptType: 'READ',
    AcceptCode,
    Note: 'on it',
    ContactChannelId: channel,
  } as const;
  await call('AcceptPage', { PageId, ...read });
  const found = await receipts();
  expect(found.map((it) => [it.ReceiptType, it.ReceiptTime - START])).toEqual([
    ['SENT', 0],
    ['DELIVERED', 60],
    ['READ', 120],
  ]);
  expect(found.map((it) => it.ReceiptInfo).slice(1)).toEqual([AcceptCode, 'on it']);
  expect(new Set(found.map((it) => it.ContactChannelArn))).toEqual(new Set([channel]));
  expect(await call('DescribePage', { PageId })).toMatchObject({
    SentTime: START,
    DeliveryTime: START + 60,
    ReadTime: START + 120,
  });
});

it('whoever reads a page has got it', async () => {
  const { call, receipts, PageId, AcceptCode } = await pagedAlice();
  await call('AcceptPage', { PageId, AcceptType: 'READ', AcceptCode });
  expect((await receipts()).map((it) => it.ReceiptType)).toEqual(['SENT', 'DELIVERED', 'READ']);
});

it('another code is refused unless it is to be ignored, and stops nothing', async () => {
  const { call, fields, receipts, PageId, AcceptCode } = await pagedAlice();
  const wrong = AcceptCode === '000000' ? '000001' : '000000';
  const input = { PageId, AcceptType: 'READ', AcceptCode: wrong } as const;
  expect(await fields('AcceptPage', input)).toEqual(['AcceptCode']);
  const enforced = { ...input, AcceptCodeValidation: 'ENFORCE' };
  expect(await fields('AcceptPage', enforced)).toEqual(['AcceptCode']);
  expect(await receipts()).toHaveLength(1);
  await call('AcceptPage', { ...input, AcceptCodeValidation: 'IGNORE' });
  expect(await receipts()).toHaveLength(3);
});

it('the channel must be that of the page', async () => {
  const { call, fields, alice, PageId, AcceptCode } = await pagedAlice();
  const { ContactChannels } = await call('ListContactChannels', { ContactId: alice });
  const ContactChannelId = ContactChannels[1]?.ContactChannelArn;
  const input = { PageId, AcceptType: 'READ', AcceptCode, ContactChannelId };
  expect(await fields('AcceptPage', input)).toEqual(['ContactChannelId']);
});

it('lists of pages and receipts come in pages', async () => {
  const { url, call, advance, alice, engagement, PageId, AcceptCode } = await pagedAlice();
  await advance(5);
  await call('AcceptPage', { PageId, AcceptType: 'READ', AcceptCode });
  for (const [operation, input, count] of [
    ['ListPagesByContact', { ContactId: alice }, 2],
    ['ListPagesByEngagement', { EngagementId: engagement }, 2],
    ['ListPageReceipts', { PageId }, 3],
  ] as const) {
    const found = new Set<string>();
    let token: string | undefined;
    do {
      const { body } = await post(url, operation, { ...input, MaxResults: 1, NextToken: token });
      const { NextToken, ...lists } = body as { NextToken?: string };
      const [items = []]: unknown[][] = Object.values(lists);
      expect(items).toHaveLength(1);
      found.add(JSON.stringify(items[0]));
      token = NextToken;
    } while (token !== undefined);
    expect([operation, found.size]).toEqual([operation, count]);
  }
});

it.each([
  ['AcceptPage', { PageId: 'page', AcceptType: 'READ', AcceptCode: '123456' }, 'PAGE'],
  ['DescribePage', { PageId: 'page' }, 'PAGE'],
  ['ListPageReceipts', { PageId: 'page' }, 'PAGE'],
  ['ListPageResolutions', { PageId: 'page' }, 'PAGE'],
  ['DescribeEngagement', { EngagementId: 'engagement' }, 'ENGAGEMENT'],
  ['StopEngagement', { EngagementId: 'engagement' }, 'ENGAGEMENT'],
  ['ListPagesByEngagement', { EngagementId: 'engagement' }, 'ENGAGEMENT'],
  ['ListPagesByContact', { ContactId: 'contact' }, 'CONTACT'],
])('%s finds nothing where there is nothing', async (operation, input, ResourceType) => {
  const { fail } = await startPagingService();
  const text = JSON.stringify(input).replace(
    /"(page|engagement|contact)"/,
    (_, kind) => `"${PREFIX}:${kind}/alice${kind === 'contact' ? '' : '/1'}"`,
  );
  expect(await fail(operation, JSON.parse(text))).toMatchObject({
    __type: 'ResourceNotFoundException',
    ResourceType,
  });
});
