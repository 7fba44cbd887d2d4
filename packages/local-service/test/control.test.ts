import { request } from 'node:http';
import { expect, it, vi } from 'vitest';
import { openClock } from '../src/clock.ts';
import { createControl } from '../src/control.ts';
import { createCommitQueue } from '../src/store/commit-queue.ts';
import { openDatabase } from '../src/store/database.ts';
import { startPagingService } from './paging-service.ts';

it('the clock stands, and is moved and set', async () => {
  const { control } = await startPagingService();
  const shown = (now: string) => ({ status: 200, body: { now, stands: true } });
  expect(await control('clock')).toEqual(shown('2026-03-02T03:00:00.000Z'));
  expect(await control('clock', { advanceMinutes: 1.5 })).toEqual(
    shown('2026-03-02T03:01:30.000Z'),
  );
  expect(await control('clock', { set: '2026-03-02T05:00:00+01:00' })).toEqual(
    shown('2026-03-02T04:00:00.000Z'),
  );
});

it('the real clock goes, until it is set', async () => {
  const { control } = await startPagingService({ clock: undefined } as object);
  const { body } = await control('clock');
  const { now, stands } = body as { now: string; stands: boolean };
  expect(stands).toBe(false);
  expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(10_000);
  const set = '2026-03-02T03:00:00.000Z';
  expect((await control('clock', { set })).body).toEqual({ now: set, stands: true });
});

it.each([
  {},
  { set: '2026-03-02T03:00' },
  { set: '2026-02-30T03:00:00Z' },
  { set: 'tomorrow' },
  { set: 1_795_000_000 },
  { advanceMinutes: -1 },
  { advanceMinutes: '5' },
  { advanceMinutes: 1e300 },
  { set: '2026-03-02T03:00:00Z', advanceMinutes: 5 },
  { advance: 5 },
])('the clock refuses %j, and stays', async (body) => {
  const { control } = await startPagingService();
  expect((await control('clock', body)).status).toBe(400);
  expect((await control('clock')).body).toMatchObject({ now: '2026-03-02T03:00:00.000Z' });
});

it('set back, the clock undoes nothing and pages nobody twice', async () => {
  const { control, reachable, start, accept, advance, paged } = await startPagingService();
  const [alice, bob] = [await reachable('alice'), await reachable('bob')];
  const [one, two] = [await start(alice), await start(bob)];
  await advance(5);
  await control('clock', { set: '2026-03-02T03:00:00Z' });
  await accept(one, 0);
  await advance(10);
  expect([await paged(one), await paged(two)]).toEqual([
    ['alice 0', 'alice 5'],
    ['bob 0', 'bob 5'],
  ]);
});

it('set back before an engagement, the clock lets it be answered and stopped', async () => {
  const { control, reachable, start, accept, advance, paged, call } = await startPagingService();
  const [alice, bob] = [await reachable('alice'), await reachable('bob')];
  const [one, two] = [await start(alice), await start(bob)];
  await control('clock', { set: '2026-03-02T02:00:00Z' });
  await accept(one, 0);
  await call('StopEngagement', { EngagementId: two });
  await advance(120);
  expect([await paged(one), await paged(two)]).toEqual([['alice 0'], ['bob 0']]);
  for (const EngagementId of [one, two]) {
    const { StartTime, StopTime } = await call('DescribeEngagement', { EngagementId });
    expect(StopTime).toBe(StartTime);
  }
});

it('the outbox holds what people would get, and the log their codes without addresses', async () => {
  const lines: string[] = [];
  const service = await startPagingService({ log: (line) => lines.push(line) });
  const contact = await service.person('alice');
  const { call, outbox } = service;
  const deferred = await call('CreateContactChannel', {
    ContactId: contact,
    Name: 'mail',
    Type: 'EMAIL',
    DeliveryAddress: { SimpleAddress: 'alice@example.com' },
    DeferActivation: true,
  });
  expect(await outbox()).toEqual([]);
  const channel = deferred.ContactChannelArn;
  await call('SendActivationCode', { ContactChannelId: channel });
  await call('SendActivationCode', { ContactChannelId: channel });
  const [first, second] = await outbox();
  expect(first).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    time: '2026-03-02T03:00:00.000Z',
    kind: 'activation',
    contact,
    channel,
    channelName: 'mail',
    type: 'EMAIL',
    address: 'alice@example.com',
    code: expect.stringMatching(/^[0-9]{6}$/),
    text: `Incident Manager: your activation code is ${first?.code}.`,
  });
  expect(lines).toContain(`to alice, mail (EMAIL): activation code ${second?.code}`);
  expect(lines.join()).not.toContain('example.com');
});

it('a text message says the public words alone, a call and a mail the others', async () => {
  const { call, person, channel, outbox } = await startPagingService();
  const ContactId = await person('alice');
  const channels = [
    await channel(ContactId, 'SMS'),
    await channel(ContactId, 'VOICE'),
    await channel(ContactId, 'EMAIL'),
  ];
  const Targets = channels.map((ContactChannelId) => ({ ChannelTargetInfo: { ContactChannelId } }));
  await call('UpdateContact', { ContactId, Plan: { Stages: [{ DurationInMinutes: 5, Targets }] } });
  await call('StartEngagement', {
    ContactId,
    Sender: 'test',
    Subject: 'secret subject',
    Content: 'secret content',
    PublicSubject: 'open subject',
    PublicContent: 'open content',
  });
  const [sms, voice, mail] = (await outbox()).filter(({ kind }) => kind === 'page');
  const ask = `Incident Manager pages you. Acknowledge with the code ${sms?.code}.`;
  expect(sms?.text).toBe(`open subject\nopen content\n${ask}`);
  for (const message of [voice, mail]) {
    expect(message?.text).toMatch(/^secret subject\nsecret content\nIncident Manager/);
    expect(message?.text).toContain(message?.code);
  }
});

it('answers nothing else, and no name that leads here', async () => {
  const { control, url } = await startPagingService();
  expect((await control('inbox')).status).toBe(404);
  expect((await control('outbox', {})).status).toBe(404);
  const ask = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${url}/_oncall/outbox`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  for (const host of ['localhost:4580', '127.0.0.1', '[::1]:4580']) {
    expect([host, await ask({ host })]).toEqual([host, 200]);
  }
  expect(await ask({ host: 'evil.example:4580' })).toBe(403);
  expect(await ask({ host: '127.0.0.1', origin: 'http://evil.example' })).toBe(403);
});

it('by the real clock, the log tells of a page when it is due', { timeout: 20_000 }, async () => {
  const lines: string[] = [];
  let ahead = 0;
  const log = (line: string) => lines.push(line);
  const options = { clock: undefined, now: () => Date.now() + ahead, log } as object;
  const { reachable, start } = await startPagingService(options);
  await start(await reachable('alice'));
  const pages = () => lines.filter((line) => line.includes('page, accept code'));
  expect(pages()).toHaveLength(1);
  ahead = 5 * 60_000;
  await vi.waitFor(() => expect(pages()).toHaveLength(2), 10_000);
});

it('where requests must be signed, answers this machine alone', async () => {
  const database = await openDatabase(undefined, '111122223333', 'us-east-1');
  const clock = openClock(database, 0, Date.now);
  const context = {
    database,
    account: '111122223333',
    region: 'us-east-1',
    externs: new Set<string>(),
    now: clock.now,
    log: () => {},
  };
  const commits = createCommitQueue(database);
  const ask = async (isGuarded: boolean, remoteAddress: string) => {
    const control = createControl(context, clock, commits, isGuarded);
    const request = { method: 'GET', path: '/_oncall/outbox', host: '10.0.0.1', body: '' };
    return (await control({ ...request, remoteAddress })).status;
  };
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1']) {
    expect([address, await ask(true, address)]).toEqual([address, 200]);
  }
  expect(await ask(true, '10.0.0.2')).toBe(403);
  expect(await ask(false, '10.0.0.2')).toBe(200);
  database.close();
});
