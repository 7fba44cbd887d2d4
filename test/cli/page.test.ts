import { describe, expect, it } from 'vitest';
import { demo } from '../docs/demo-project.ts';
import { oncall, write } from './oncall.ts';
import { proxy, refusal } from './proxy.ts';
import { onTerminal, reached, type Scene } from './reached.ts';

const drill = 'page @sre --send --yes --subject "On-call drill"';

/** Accepts the first page that is sent, as its receiver would. */
async function accept({ outbox, service }: Scene): Promise<void> {
  for (;;) {
    const page = (await outbox()).find(({ kind }) => kind === 'page');
    if (page === undefined) {
      await new Promise((next) => setTimeout(next, 50));
      continue;
    }
    const input = { PageId: page.page, AcceptType: 'READ', AcceptCode: page.code };
    await service.call('AcceptPage', input);
    return;
  }
}

describe('oncall page', () => {
  it('pages nobody, and marks what AWS would leave out', async () => {
    const { run, activate, outbox } = await reached();
    const none = await run('page @sre');
    expect(none.code).toBe(1);
    expect(none.stdout).toMatch(/^@sre paged now, .*, by the account as it is/);
    expect(none.stdout).toMatch(/^! 0m .* try phone of \w+ +not activated: AWS leaves it out$/m);
    expect(none.stdout).toMatch(/NOBODY would be reached: no channel is activated\.\n$/);

    await activate('alice.phone', 'alice.mail', 'bob.phone', 'bob.mail');
    const all = await run('page @sre --dry-run');
    expect(all.code).toBe(0);
    expect(all.stdout).not.toMatch(/^!/m);
    expect(all.stdout).toMatch(/If nobody answers, 2 contacts reached by 6 messages\.\n$/);
    expect((await outbox()).filter(({ kind }) => kind === 'page')).toEqual([]);
  });

  it('goes by the clock of the service, as its pages do', async () => {
    const { run, activate, outbox, service } = await reached();
    await activate('alice.phone', 'bob.phone');
    const ContactId = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/sre';
    const turns: string[] = [];
    for (const time of ['2027-03-02T12:00:00Z', '2027-03-09T12:00:00Z']) {
      const clock = new URL('/_oncall/clock', service.url);
      await fetch(clock, { method: 'POST', body: JSON.stringify({ set: time }) });
      const { at, events } = JSON.parse((await run('page @sre --json')).stdout);
      expect(at).toBe(time);
      turns.push(events.find(({ kind }: { kind: string }) => kind === 'engage').contact);

      const message = { Sender: 'test', Subject: 'test', Content: 'test' };
      const { EngagementArn } = await service.call('StartEngagement', { ContactId, ...message });
      expect((await outbox()).at(-1)).toMatchObject({ kind: 'page', contact: turns.at(-1) });
      await service.call('StopEngagement', { EngagementId: EngagementArn });
    }
    expect(new Set(turns)).toEqual(new Set(['alice', 'bob']));
  });

  it('tells by the account, or by the files where these are asked for or all there is', async () => {
    const { cwd, run } = await reached();
    write(cwd, {
      'main.oncall': `${demo.replace('stage 5m < notify @sre-oncall', 'stage 9m < notify @sre-oncall')}
plan fresh < stage 5m < notify @alice essential > stage 5m < notify @bob essential > >
`,
    });
    const secondStage = async (line: string) => {
      const { by, events } = JSON.parse((await run(`${line} --json`)).stdout);
      const second = events.find(
        (event: { kind: string; stage?: number; contact?: string }) =>
          event.kind === 'stage-start' && event.stage === 2 && event.contact === undefined,
      );
      return `${by} ${second.offsetMinutes}`;
    };
    expect(await secondStage('page @sre')).toBe('account 5');
    expect(await secondStage('page @sre --state files')).toBe('files 9');
    expect(await secondStage('page @fresh')).toBe('files 5');
    expect((await run('page @fresh')).stdout).toContain('by the files: it is not deployed yet');
    const sent = await run('page @fresh --send --yes --subject x');
    expect(sent.code).toBe(1);
    expect(sent.stderr).toContain('not deployed yet, so nobody can be paged');
  });

  it.each([
    ['page', 'needs a @PLAN'],
    ['page @sre --subject x', 'go with --send'],
    ['page @sre --send', 'needs a --subject'],
    ['page @sre --send --subject x', 'Give --yes'],
    ['page @sre --send --dry-run --subject x', 'exclude each other'],
    ['page @sre --send --state files --subject x', 'by what is deployed'],
    ['page @srx', 'Did you mean @sre?'],
    ['page --stop nothing', 'the ARN of the engagement'],
  ])('refuses %s, and pages nobody', async (line, help) => {
    const { service, cwd } = await reached();
    const { url, calls } = await proxy(service.url, () => undefined);
    const { code, stderr } = await oncall([...line.split(' '), '--endpoint', url], { cwd });
    expect({ code, stderr }).toEqual({ code: 64, stderr: expect.stringContaining(help) });
    expect(calls.filter(({ writes }) => writes)).toEqual([]);
  });

  it('sends, and tells receipts until somebody accepts', async () => {
    const scene = await reached();
    await scene.activate('alice.phone', 'bob.phone');
    const [result] = await Promise.all([scene.run(drill), accept(scene)]);
    expect(result.code, result.stderr).toBe(0);
    expect(result.stdout).toMatch(/ {2}sent {2}phone of (alice|bob)\n/);
    expect(result.stdout).toMatch(/ {2}acknowledged {2}phone of (alice|bob)\nAccepted by \1\.\n$/);
    const page = (await scene.outbox()).find(({ kind }) => kind === 'page');
    expect(page?.text).toContain('On-call drill');
    // Who is paged answers by the code, and nobody else gets to see it.
    expect(result.stdout + result.stderr).not.toContain(page?.code ?? 'none');
  });

  it('tells programs what came of it', async () => {
    const scene = await reached();
    await scene.activate('alice.phone', 'bob.phone');
    const [result] = await Promise.all([scene.run(`${drill} --json`), accept(scene)]);
    const { engagement, receipts, end } = JSON.parse(result.stdout);
    expect(engagement).toMatch(/:engagement\/sre\//);
    expect(receipts.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['SENT', 'READ']),
    );
    expect(end).toEqual({ kind: 'accepted', by: receipts[0].contact });
  });

  it('goes on when the watching ends, and is stopped by its ARN', async () => {
    const scene = await reached();
    await scene.activate('alice.phone', 'bob.phone');
    const words = ['page', '@sre', '--send', '--yes', '--subject', 'x'];
    const watched = await oncall([...words, '--endpoint', scene.service.url], {
      cwd: scene.cwd,
      onStart: (child) => {
        child.stdout?.on('data', (part) => {
          if (String(part).includes('  sent  ')) child.kill('SIGINT');
        });
      },
    });
    expect(watched.code).toBe(130);
    const [, stop = ''] =
      /The engagement goes on\. To stop it: oncall (.*) --endpoint/.exec(watched.stderr) ?? [];
    expect(stop).toMatch(/^page --stop arn:/);
    const EngagementId = stop.replace('page --stop ', '');
    expect(await scene.service.call('DescribeEngagement', { EngagementId })).not.toHaveProperty(
      'StopTime',
    );
    const { code, stdout } = await scene.run(stop);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Stopped: nobody else is paged.\n' });
    expect(await scene.service.call('DescribeEngagement', { EngagementId })).toHaveProperty(
      'StopTime',
    );
  });

  it('says that someone may be engaged where it is interrupted too early to know', async () => {
    const scene = await reached();
    let interrupt = () => {};
    const { url } = await proxy(scene.service.url, ({ operation }) => {
      if (operation !== 'StartEngagement') return undefined;
      setTimeout(() => interrupt(), 100);
      return refusal('ThrottlingException', 'slow down', { RetryAfterSeconds: 60 });
    });
    const words = ['page', '@sre', '--send', '--yes', '--subject', 'x', '--endpoint', url];
    const { code, stderr } = await oncall(words, {
      cwd: scene.cwd,
      onStart: (child) => {
        interrupt = () => child.kill('SIGINT');
      },
    });
    expect({ code, stderr }).toEqual({
      code: 130,
      stderr: expect.stringContaining('someone may be engaged'),
    });
  });

  it('says when it is stopped by someone else, with nobody having answered', async () => {
    const scene = await reached();
    await scene.activate('alice.phone', 'bob.phone');
    const stopIt = async () => {
      for (;;) {
        const { Engagements } = await scene.service.call('ListEngagements', {});
        const [engagement] = Engagements as { EngagementArn: string }[];
        if (engagement !== undefined) {
          const EngagementId = engagement.EngagementArn;
          return scene.service.call('StopEngagement', { EngagementId });
        }
        await new Promise((next) => setTimeout(next, 50));
      }
    };
    const [result] = await Promise.all([scene.run(drill), stopIt()]);
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/The engagement is over\.\n$/);
    expect(result.stderr).toMatch(/Nobody acknowledged\.\n$/);
  });

  it('asks for the alias on a terminal, and takes nothing else', async () => {
    const scene = await reached();
    await scene.activate('alice.phone', 'bob.phone');
    const words = ['page', '@sre', '--send', '--subject', 'x', '--endpoint', scene.service.url];
    const refused = await onTerminal(words, scene.cwd, [[/Type sre to do it: $/, 'yes\r']]);
    expect(refused.seen).toContain('Nobody was paged.');
    expect((await scene.outbox()).filter(({ kind }) => kind === 'page')).toEqual([]);
    const typed = onTerminal(words, scene.cwd, [[/Type sre to do it: $/, 'sre\r']]);
    const [{ seen, code }] = await Promise.all([typed, accept(scene)]);
    expect(seen).toContain('Accepted by');
    expect(code).toBe(0);
  });
});
