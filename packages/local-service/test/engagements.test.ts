import { describe, expect, it } from 'vitest';
import { START, startPagingService, TEXTS } from './paging-service.ts';
import { DAILY, PREFIX } from './service.ts';

describe('an engagement of a person', () => {
  it('tries the channels of each stage when it is due, and none again', async () => {
    const { reachable, start, paged, advance } = await startPagingService();
    const engagement = await start(await reachable('alice'));
    expect(engagement).toMatch(`${PREFIX}:engagement/alice/`);
    expect(await paged(engagement)).toEqual(['alice 0']);
    await advance(4.99);
    expect(await paged(engagement)).toEqual(['alice 0']);
    await advance(0.01);
    expect(await paged(engagement)).toEqual(['alice 0', 'alice 5']);
    await advance(1000);
    expect(await paged(engagement)).toEqual(['alice 0', 'alice 5']);
  });

  it('does at once what was due while the clock jumped', async () => {
    const { reachable, start, paged, advance, outbox } = await startPagingService();
    const engagement = await start(await reachable('alice'));
    await advance(60);
    const sent = (await outbox()).filter(({ kind }) => kind === 'page');
    expect(sent.map(({ time }) => (Date.parse(time) / 1000 - START) / 60)).toEqual([0, 5]);
    expect(await paged(engagement)).toEqual(['alice 0', 'alice 5']);
  });

  it('ends with an acknowledgement, also one of the instant of the page', async () => {
    const { reachable, start, paged, advance, accept, call } = await startPagingService();
    const alice = await reachable('alice');
    const [now, later] = [await start(alice), await start(alice)];
    await accept(now, 0);
    await advance(2);
    await accept(later, 0);
    await advance(60);
    expect([await paged(now), await paged(later)]).toEqual([['alice 0'], ['alice 0']]);
    for (const [EngagementId, minutes] of [[now, 0] as const, [later, 2] as const]) {
      const { StopTime } = await call('DescribeEngagement', { EngagementId });
      expect(StopTime).toBe(START + minutes * 60);
    }
  });

  it('goes on where a page only arrived', async () => {
    const { reachable, start, paged, advance, accept } = await startPagingService();
    const engagement = await start(await reachable('alice'));
    await accept(engagement, 0, 'DELIVERED');
    await advance(5);
    expect(await paged(engagement)).toEqual(['alice 0', 'alice 5']);
  });

  it('leaves out channels that are not activated, or are gone, when their time comes', async () => {
    const { reachable, start, paged, advance, call } = await startPagingService();
    const alice = await reachable('alice');
    const { ContactChannels } = await call('ListContactChannels', { ContactId: alice });
    const [sms = '', voice = ''] = ContactChannels.map((it) => it.ContactChannelArn);
    await call('DeactivateContactChannel', { ContactChannelId: sms });
    const first = await start(alice);
    await advance(5);
    expect(await paged(first)).toEqual(['alice 5']);
    const second = await start(alice);
    await call('DeleteContactChannel', { ContactChannelId: voice });
    await advance(5);
    expect(await paged(second)).toEqual([]);
  });

  it('runs on the plan as it stood at the start', async () => {
    const { reachable, start, paged, advance, call } = await startPagingService();
    const ContactId = await reachable('alice');
    const engagement = await start(ContactId);
    await call('UpdateContact', { ContactId, Plan: { Stages: [] } });
    await advance(5);
    expect(await paged(engagement)).toEqual(['alice 0', 'alice 5']);
    expect(await paged(await start(ContactId))).toEqual([]);
  });
});

describe('an engagement of a plan', () => {
  it('stops by an essential acknowledgement, and by no other', async () => {
    const { reachable, plan, start, paged, advance, accept } = await startPagingService();
    const [alice, bob, carol] = [
      await reachable('alice'),
      await reachable('bob'),
      await reachable('carol'),
    ];
    const stages = [
      [5, alice, `${bob}!`],
      [0, carol],
    ] as const;
    const [one, two] = [await plan('one', stages), await plan('two', stages)];
    const stopped = await start(one);
    await accept(stopped, 1);
    await advance(10);
    // Nobody asked alice, who is engaged already, to be left alone.
    expect(await paged(stopped)).toEqual(['alice 0', 'bob 0', 'alice 5']);
    const going = await start(two);
    await accept(going, 0);
    await advance(10);
    expect(await paged(going)).toEqual(['alice 10', 'bob 10', 'carol 15', 'bob 15', 'carol 20']);
  });

  it('pages whom schedules have on call when the stage starts, and tells the way', async () => {
    const it = await startPagingService();
    const [alice, bob] = [await it.reachable('alice'), await it.reachable('bob')];
    const { RotationArn } = await it.call('CreateRotation', {
      Name: 'r',
      ContactIds: [alice, bob],
      StartTime: START + 5 * 60 - 24 * 3600,
      TimeZoneId: 'UTC',
      Recurrence: { ...DAILY, DailySettings: [{ HourOfDay: 3, MinuteOfHour: 5 }] },
    });
    const { ContactArn: schedule } = await it.call('CreateContact', {
      Alias: 'schedule',
      Type: 'ONCALL_SCHEDULE',
      Plan: { RotationIds: [RotationArn] },
    });
    const plan = await it.plan('plan', [
      [5, schedule],
      [0, schedule, alice],
    ]);
    const EngagementId = await it.start(plan);
    await it.advance(5);
    expect(await it.paged(EngagementId)).toEqual(['alice 0', 'bob 5', 'alice 5', 'alice 5']);
    const { Pages } = await it.call('ListPagesByEngagement', { EngagementId });
    const ways = await Promise.all(
      Pages.map(async ({ PageArn }) => {
        const { PageResolutions } = await it.call('ListPageResolutions', { PageId: PageArn });
        return PageResolutions.map(
          ({ ContactArn, Type, StageIndex }) =>
            `${ContactArn.split('/')[1]} ${Type} ${StageIndex ?? '-'}`,
        );
      }),
    );
    const top = 'plan ESCALATION -';
    expect(ways).toEqual([
      [top, 'schedule ONCALL_SCHEDULE 0', 'alice PERSONAL 0'],
      [top, 'schedule ONCALL_SCHEDULE 1', 'bob PERSONAL 1'],
      [top, 'alice PERSONAL 1'],
      [top, 'schedule ONCALL_SCHEDULE 0', 'alice PERSONAL 0'],
    ]);
  });

  it('tells no index of a stage that the model has no room for', async () => {
    const it = await startPagingService();
    const [alice, bob] = [await it.reachable('alice'), await it.reachable('bob')];
    const waits = Array<[number]>(100).fill([1]);
    const plan = await it.plan('plan', [...waits, [1, alice], [1, bob]]);
    const EngagementId = await it.start(plan);
    await it.advance(101);
    const { Pages } = await it.call('ListPagesByEngagement', { EngagementId });
    const indexes = Pages.map(async ({ PageArn }) => {
      const { PageResolutions } = await it.call('ListPageResolutions', { PageId: PageArn });
      return PageResolutions.at(-1)?.StageIndex;
    });
    expect(await Promise.all(indexes)).toEqual([100, undefined]);
  });

  it('passes by whom it names and is gone, or lives elsewhere', async () => {
    const elsewhere = 'arn:aws:ssm-contacts:us-east-1:444455556666:contact/director';
    const it = await startPagingService({ externs: [elsewhere] });
    const [alice, bob] = [await it.reachable('alice'), await it.reachable('bob')];
    const plan = await it.plan('plan', [[5, alice, bob, elsewhere]]);
    await it.call('DeleteContact', { ContactId: alice });
    expect(await it.paged(await it.start(plan))).toEqual(['bob 0']);
  });
});

it('a schedule that is engaged pages who is on call', async () => {
  const { reachable, call, start, paged } = await startPagingService();
  const alice = await reachable('alice');
  const { RotationArn } = await call('CreateRotation', {
    Name: 'r',
    ContactIds: [alice],
    StartTime: START,
    TimeZoneId: 'UTC',
    Recurrence: DAILY,
  });
  const { ContactArn } = await call('CreateContact', {
    Alias: 'schedule',
    Type: 'ONCALL_SCHEDULE',
    Plan: { RotationIds: [RotationArn] },
  });
  const EngagementId = await start(ContactArn);
  expect(await paged(EngagementId)).toEqual(['alice 0']);
  const { Pages } = await call('ListPagesByContact', { ContactId: alice });
  const { PageResolutions } = await call('ListPageResolutions', {
    PageId: Pages[0]?.PageArn ?? '',
  });
  expect(PageResolutions.map(({ Type }) => Type)).toEqual(['ONCALL_SCHEDULE', 'PERSONAL']);
});

describe('StartEngagement', () => {
  it('keeps what people are told, and shows it again', async () => {
    const { reachable, call } = await startPagingService();
    const ContactId = await reachable('alice');
    const input = {
      ContactId,
      ...TEXTS,
      PublicSubject: 'Call',
      PublicContent: 'Please',
      IncidentId: 'incident-1',
    };
    const { EngagementArn } = await call('StartEngagement', input);
    const { ContactId: ContactArn, ...rest } = input;
    const told = { ContactArn, EngagementArn, ...rest };
    expect(await call('DescribeEngagement', { EngagementId: EngagementArn })).toEqual({
      ...told,
      StartTime: START,
    });
    const { Pages } = await call('ListPagesByContact', { ContactId });
    const [page] = Pages;
    const { Subject, Content, PublicSubject, PublicContent, ...summary } = told;
    const { PageArn = '' } = page ?? {};
    expect(page).toEqual({ ...summary, PageArn, SentTime: START });
    expect(await call('DescribePage', { PageId: PageArn })).toEqual({
      ...told,
      PageArn,
      SentTime: START,
    });
  });

  it('starts once by one token', async () => {
    const { reachable, call } = await startPagingService();
    const input = { ContactId: await reachable('alice'), ...TEXTS, IdempotencyToken: 'once' };
    const first = await call('StartEngagement', input);
    expect(await call('StartEngagement', input)).toEqual(first);
    expect((await call('ListEngagements', {})).Engagements).toHaveLength(1);
  });

  it('refuses whom there is not', async () => {
    const { fail } = await startPagingService();
    const input = { ContactId: `${PREFIX}:contact/nobody`, ...TEXTS };
    expect(await fail('StartEngagement', input)).toMatchObject({
      __type: 'ResourceNotFoundException',
      ResourceType: 'CONTACT',
    });
  });
});

describe('StopEngagement', () => {
  it('ends all of it, and tells so on the pages nobody has answered', async () => {
    const { reachable, plan, start, paged, advance, accept, call } = await startPagingService();
    const [alice, bob] = [await reachable('alice'), await reachable('bob')];
    const EngagementId = await start(
      await plan('plan', [
        [30, alice, bob],
        [5, bob],
      ]),
    );
    await accept(EngagementId, 0);
    await advance(1);
    await call('StopEngagement', { EngagementId, Reason: 'over' });
    await advance(60);
    expect(await paged(EngagementId)).toEqual(['alice 0', 'bob 0']);
    const { StopTime } = await call('DescribeEngagement', { EngagementId });
    expect(StopTime).toBe(START + 60);
    const { Pages } = await call('ListPagesByEngagement', { EngagementId });
    const receipts = await Promise.all(
      Pages.map(async ({ PageArn }) => {
        const { Receipts = [] } = await call('ListPageReceipts', { PageId: PageArn });
        return Receipts.map(({ ReceiptType }) => ReceiptType);
      }),
    );
    expect(receipts).toEqual([
      ['SENT', 'DELIVERED', 'READ'],
      ['SENT', 'STOP'],
    ]);
  });

  it('leaves one that is over as it ended', async () => {
    const { reachable, start, advance, call } = await startPagingService();
    const EngagementId = await start(await reachable('alice'));
    await advance(20);
    await call('StopEngagement', { EngagementId });
    const { StopTime } = await call('DescribeEngagement', { EngagementId });
    expect(StopTime).toBe(START + 10 * 60);
  });
});

describe('ListEngagements', () => {
  it('tells the newest first, in pages, and by incident and time', async () => {
    const { reachable, call, advance } = await startPagingService();
    const ContactId = await reachable('alice');
    const arns: string[] = [];
    for (const IncidentId of ['a', 'b', 'a']) {
      const input = { ContactId, ...TEXTS, IncidentId };
      arns.unshift((await call('StartEngagement', input)).EngagementArn);
      await advance(1);
    }
    const list = async (input: object) => {
      const { Engagements, NextToken } = await call('ListEngagements', input);
      return { arns: Engagements.map((it) => it.EngagementArn), NextToken };
    };
    expect((await list({})).arns).toEqual(arns);
    const { arns: two, NextToken } = await list({ MaxResults: 2 });
    expect(two).toEqual(arns.slice(0, 2));
    expect((await list({ MaxResults: 2, NextToken })).arns).toEqual(arns.slice(2));
    expect((await list({ IncidentId: 'a' })).arns).toEqual([arns[0], arns[2]]);
    const TimeRangeValue = { StartTime: START + 30, EndTime: START + 60 };
    expect((await list({ TimeRangeValue })).arns).toEqual([arns[1]]);
  });
});
