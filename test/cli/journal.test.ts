import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Account, account } from './account.ts';
import { acme, variables } from './acme.ts';
import { folder, oncall, write } from './oncall.ts';
import { proxy } from './proxy.ts';

const arn = (alias: string) => `arn:aws:ssm-contacts:us-east-2:111122223333:contact/${alias}`;
const at = (url: string) => ['--endpoint', url];

async function deployed(): Promise<{ cwd: string; service: Account }> {
  const service = await account();
  await service.call('CreateContact', {
    Alias: 'director',
    Type: 'PERSONAL',
    Plan: { Stages: [] },
  });
  const cwd = folder({ 'main.oncall': acme, 'oncall.env': variables });
  const { code, stderr } = await oncall(['apply', '--yes', ...at(service.url)], { cwd });
  expect(code, stderr).toBe(0);
  return { cwd, service };
}

/** What each operation was called for how often. */
async function callsOf(words: readonly string[], cwd: string): Promise<Record<string, number>> {
  const { stderr } = await oncall([...words, '--verbose'], { cwd });
  const [, list = ''] = /Calls: \d+ \((.*)\)/.exec(stderr) ?? [];
  return Object.fromEntries(
    list.split(', ').map((each): [string, number] => {
      const [operation = '', count] = each.split(' ');
      return [operation, Number(count)];
    }),
  );
}

describe('the journal', () => {
  it('saves the calls that ask whose things are; a fresh clone makes them', async () => {
    const { cwd, service } = await deployed();
    const plan = ['plan', ...at(service.url)];
    expect(await callsOf(plan, cwd)).toEqual({
      ListContacts: 1,
      ListRotations: 1,
      // The foreign one, which no journal vouches for.
      ListTagsForResource: 1,
      GetContact: 4,
      ListContactChannels: 2,
      ListRotationOverrides: 1,
    });
    rmSync(join(cwd, '.oncall'), { recursive: true });
    expect(await callsOf(plan, cwd)).toMatchObject({ ListTagsForResource: 6, GetContact: 4 });
  });

  it('is not believed where something has changed', async () => {
    const { cwd, service } = await deployed();
    await service.call('DeleteContact', { ContactId: arn('sre') });
    await service.call('CreateContact', {
      Alias: 'sre',
      Type: 'ESCALATION',
      DisplayName: 'Not ours',
      Plan: { Stages: [] },
    });
    const { stdout } = await oncall(['plan', ...at(service.url)], { cwd });
    expect(stdout).toMatch(/! blocked plan {2}.*not managed here/);
  });

  it('is held against the tags of what is to be written', async () => {
    const { cwd, service } = await deployed();
    const TagKeys = ['oncall/project'];
    await service.call('UntagResource', { ResourceARN: arn('alice'), TagKeys });
    write(cwd, { 'main.oncall': acme.replace('"Alice Example"', '"Alice"') });
    const before = await service.contents();
    const applied = await oncall(['apply', '--yes', ...at(service.url)], { cwd });
    expect(applied.code).toBe(1);
    expect(applied.stdout).toMatch(/! blocked contact .*--adopt/);
    expect(await service.contents()).toBe(before);
  });

  it('gives way to what another machine has applied since', async () => {
    const { cwd, service } = await deployed();
    const other = folder({ 'main.oncall': acme, 'oncall.env': variables });
    const apply = ['apply', '--yes', ...at(service.url)];
    const retagged = acme.replace('tag team "sre"', 'tag team "ops"');
    write(other, { 'main.oncall': retagged });
    expect((await oncall(apply, { cwd: other })).code).toBe(0);
    write(cwd, { 'main.oncall': retagged });
    const planned = await oncall(['plan', ...at(service.url)], { cwd });
    expect(planned.stdout).toContain('Nothing to do');
    expect((await oncall(apply, { cwd })).code).toBe(0);
    expect(await callsOf(['plan', ...at(service.url)], cwd)).toMatchObject({
      ListTagsForResource: 1,
    });
  });

  it('of another place is not looked at', async () => {
    const { cwd } = await deployed();
    const other = await account();
    await other.call('CreateContact', { Alias: 'sre', Type: 'ESCALATION', Plan: { Stages: [] } });
    const { stdout } = await oncall(['plan', ...at(other.url)], { cwd });
    expect(stdout).toMatch(/! blocked plan/);
  });
});

type Call = Account['call'];

async function rotationArn(call: Call): Promise<string> {
  const { Rotations } = await call('ListRotations', {});
  return (Rotations as { RotationArn: string }[])[0]?.RotationArn ?? '';
}

const planText = acme.slice(acme.indexOf('plan sre'), acme.indexOf('extern'));

describe('what changes between the plan and the write stops that write:', () => {
  it.each<[string, string, string, (call: Call) => Promise<unknown>, string]>([
    [
      'a contact',
      '"Alice Example"',
      '"Alice"',
      (call) => call('UpdateContact', { ContactId: arn('alice'), DisplayName: 'Someone' }),
      'error: contact/alice was not touched: it was changed since the plan was made\n --> main.oncall:7:',
    ],
    [
      'tags',
      'tag team "sre"',
      'tag team "ops"',
      (call) =>
        call('TagResource', {
          ResourceARN: arn('alice'),
          Tags: [{ Key: 'team', Value: 'mine' }],
        }),
      'contact/alice was not touched: it was changed since',
    ],
    [
      'a plan that goes',
      planText,
      '',
      (call) => call('UpdateContact', { ContactId: arn('sre'), DisplayName: 'Someone' }),
      'plan/sre was not touched: it was changed since',
    ],
    [
      'one that goes by itself',
      planText,
      '',
      (call) => call('DeleteContact', { ContactId: arn('sre') }),
      'plan/sre was not touched: it was deleted since',
    ],
    [
      'a channel',
      '+12065550100',
      '+12065550199',
      async (call) => {
        const { ContactChannels } = await call('ListContactChannels', { ContactId: arn('alice') });
        const channels = ContactChannels as { ContactChannelArn: string; Name: string }[];
        const phone = channels.find(({ Name }) => Name === 'phone');
        const ContactChannelId = phone?.ContactChannelArn;
        return call('UpdateContactChannel', { ContactChannelId, Name: 'phone at home' });
      },
      'channel/alice/phone was not touched: it was changed since',
    ],
    [
      'a rotation',
      'weekly mon 09:00',
      'weekly tue 09:00',
      async (call) => {
        const RotationId = await rotationArn(call);
        const { Recurrence } = await call('GetRotation', { RotationId });
        return call('UpdateRotation', { RotationId, Recurrence, TimeZoneId: 'Europe/Berlin' });
      },
      'rotation/primary was not touched: it was changed since',
    ],
    [
      'a rotation that is replaced, and gets an override',
      '"SRE primary"',
      '"SRE first"',
      async (call) =>
        call('CreateRotationOverride', {
          RotationId: await rotationArn(call),
          NewContactIds: [],
          StartTime: 1_802_000_000,
          EndTime: 1_802_003_600,
        }),
      'rotation/primary was not touched: it was changed since',
    ],
    [
      'an override',
      '  override 2027-02-01T09:00..2027-02-02T09:00 < @bob >\n',
      '',
      async (call) => {
        const RotationId = await rotationArn(call);
        const range = { StartTime: 0, EndTime: 4_000_000_000 };
        const listed = await call('ListRotationOverrides', { RotationId, ...range });
        const [first] = listed['RotationOverrides'] as { RotationOverrideId: string }[];
        const RotationOverrideId = first?.RotationOverrideId;
        return call('DeleteRotationOverride', { RotationId, RotationOverrideId });
      },
      'was not touched: it was deleted since',
    ],
  ])('%s', async (_what, before, after, meddle, told) => {
    const service = await account();
    const director = { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } };
    await service.call('CreateContact', director);
    const cwd = folder({ 'main.oncall': acme, 'oncall.env': variables });
    let armed = false;
    let left = '';
    const seen = new Set<string>();
    const { url, calls } = await proxy(service.url, async ({ operation, input }) => {
      if (!armed) return undefined;
      const look = operation + JSON.stringify(input);
      const isSecond = seen.has(look) && /^(Get|ListTags)/.test(operation);
      seen.add(look);
      if (!isSecond && !/^Get(ContactChannel|Rotation)/.test(operation)) {
        return undefined;
      }
      armed = false;
      await meddle(service.call);
      left = await service.contents();
      return undefined;
    });
    const apply = ['apply', '--yes', '--concurrency', '1', ...at(url)];
    expect(await oncall(apply, { cwd })).toMatchObject({ code: 0 });

    const changed = acme.replace(before, after);
    expect(changed).not.toBe(acme);
    write(cwd, { 'main.oncall': changed });
    armed = true;
    const count = calls.length;
    const applied = await oncall(apply, { cwd });
    expect(applied.stderr).toContain(told);
    expect(applied.stderr).toContain('Run oncall plan to see how it is now');
    const writes = calls.slice(count).filter((call) => call.writes);
    // What is done before may be, but nothing of what was changed, and nothing after.
    if (writes.length === 0) {
      expect(applied.code).toBe(1);
      expect(await service.contents()).toBe(left);
    } else expect(applied.code).toBe(75);
    expect(writes.map(({ operation }) => operation)).not.toContain('DeleteRotation');

    const again = await oncall(apply, { cwd });
    expect(again.code, again.stdout + again.stderr).toBe(0);
    const planned = await oncall(['plan', '--detailed-exitcode', ...at(url)], { cwd });
    expect(planned.code, planned.stdout).toBe(0);
  });
});

describe('a call that was under way when the tool was killed', () => {
  it.each(['CreateRotation', 'CreateRotationOverride'])(
    '%s, makes nothing twice, even where it arrives after the next run has looked',
    async (held) => {
      const { service: reference } = await deployed();
      const service = await account();
      const director = { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } };
      await service.call('CreateContact', director);
      const cwd = folder({ 'main.oncall': acme, 'oncall.env': variables });
      let kill = () => {};
      let late: Record<string, unknown> | undefined;
      const tokens: unknown[] = [];
      const { url } = await proxy(service.url, async ({ operation, input }) => {
        if (operation !== held) return undefined;
        tokens.push(input['IdempotencyToken']);
        if (late === undefined) {
          late = input;
          kill();
          return 'reset';
        }
        if (tokens.length === 2) await service.call(operation, late);
        return undefined;
      });
      const apply = ['apply', '--yes', ...at(url)];
      const killed = await oncall(apply, {
        cwd,
        onStart: (child) => {
          kill = () => child.kill('SIGKILL');
        },
      });
      expect(killed.code).toBeNull();
      const next = await oncall(apply, { cwd });
      expect(next.code, next.stderr).toBe(0);
      expect(tokens).toEqual([expect.any(String), tokens[0]]);
      expect(await service.contents()).toBe(await reference.contents());
    },
  );
});

describe('two applies at once', () => {
  it('wait for each other, or say who is at work', async () => {
    const service = await account();
    const director = { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } };
    await service.call('CreateContact', director);
    const cwd = folder({ 'main.oncall': acme, 'oncall.env': variables });
    let pid: number | undefined;
    let under = () => {};
    const begun = new Promise<void>((resolve) => {
      under = resolve;
    });
    const { url } = await proxy(service.url, async ({ operation }) => {
      if (operation === 'CreateRotation') under();
      await sleep(operation === 'CreateRotation' ? 4000 : 0);
      return undefined;
    });
    const apply = ['apply', '--yes', ...at(url)];
    const onStart = (child: { pid?: number | undefined }) => {
      pid = child.pid;
    };
    const first = oncall(apply, { cwd, onStart });
    await begun;
    const [hasty, patient] = await Promise.all([
      oncall([...apply, '--lock-timeout', '0'], { cwd }),
      oncall(apply, { cwd }),
    ]);
    expect(hasty).toMatchObject({ code: 69, stdout: '' });
    expect(hasty.stderr).toMatch(
      new RegExp(
        `process ${pid} \\(since 20.*Z\\) is at work on this project; nothing was changed`,
      ),
    );
    expect((await first).code).toBe(0);
    expect(patient.code, patient.stderr).toBe(0);
    expect(patient.stderr).toContain(`Waiting for process ${pid} (since `);
    expect(patient.stdout).toContain('Nothing to do');
  });

  it('mind no lock of a process that was killed', async () => {
    const { cwd, service } = await deployed();
    write(cwd, { 'main.oncall': acme.replace('"Alice Example"', '"Alice"') });
    let kill = () => {};
    const { url } = await proxy(service.url, ({ writes }) => {
      if (writes) kill();
      return undefined;
    });
    const killed = await oncall(['apply', '--yes', ...at(url)], {
      cwd,
      onStart: (child) => {
        kill = () => child.kill('SIGKILL');
      },
    });
    expect(killed.code).toBeNull();
    const next = await oncall(['apply', '--yes', '--lock-timeout', '0', ...at(service.url)], {
      cwd,
    });
    expect(next.code, next.stderr).toBe(0);
  });
});
