import { describe, expect, it } from 'vitest';
import { demo, demoValues } from '../docs/demo-project.ts';
import { account } from './account.ts';
import { acme } from './acme.ts';
import { folder, oncall, write } from './oncall.ts';
import { proxy, refusal } from './proxy.ts';
import { reached } from './reached.ts';

interface Status {
  readonly people: readonly {
    readonly name: string;
    readonly readiness: string;
    readonly channels: readonly { readonly name: string; readonly state: string }[];
    readonly plans: readonly object[];
    readonly turns: readonly object[];
  }[];
  readonly notDeployed: readonly string[];
  readonly unreachable: readonly string[];
}

const statusOf = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout) as Status;

describe('oncall status', () => {
  it('tells a project that is not deployed by its files', async () => {
    const cwd = folder({ 'main.oncall': demo, 'oncall.env': demoValues });
    const { code, stdout } = await oncall(['status', '--local'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^alice "Alice Example": CAN'T BE REACHED: not deployed yet/m);
    expect(stdout).toContain(
      'Not deployed yet, so told by the files: plan/sre, schedule/sre-oncall',
    );
    expect(stdout).toContain("On call, and can't be reached: alice, bob.\n");
  });

  it('fails while someone on call has no channel that is activated, and no longer', async () => {
    const { run, activate } = await reached();
    const before = await run('status');
    expect(before.code).toBe(1);
    expect(before.stdout).toMatch(/^ {2}phone {2}voice {2}\+1\*{6}0100 +not activated$/m);
    expect(before.stdout).toMatch(/^ {2}mail {3}email {2}a\*{4}@example\.com +not activated$/m);
    expect(before.stdout).toContain('4 channels not activated: oncall activate');

    await activate('alice.phone', 'bob.mail');
    const after = await run('status');
    expect(after.code, after.stdout).toBe(0);
    expect(after.stdout).toMatch(/^alice "Alice Example": reached by some channels only/m);
    expect(after.stdout).toMatch(/^ {2}phone {2}voice {2}\+1\*{6}0100 +activated$/m);
    expect(after.stdout).toContain('Everyone who is on call can be reached.\n');
    expect(after.stdout).toMatch(/on call until .+ America\/New_York in sre-oncall/);
    expect(after.stdout).toMatch(/next on call .+ in sre-oncall, rotation primary/);

    await activate('alice.mail', 'bob.phone');
    const { people, unreachable, notDeployed } = statusOf(await run('status --json'));
    expect(people.map(({ name, readiness }) => `${name} ${readiness}`)).toEqual([
      'alice ready',
      'bob ready',
    ]);
    expect(people[0]?.plans).toEqual([
      { plan: 'sre', stages: [1], through: ['sre-oncall'], essential: true },
      { plan: 'sre', stages: [2], through: [], essential: true },
    ]);
    expect({ unreachable, notDeployed }).toEqual({ unreachable: [], notDeployed: [] });
  });

  it('judges by what is deployed, not by what the files say by now', async () => {
    const { cwd, run, activate } = await reached();
    await activate('alice.mail', 'bob.mail');
    // Stages that notify the mail alone are written, and those of the account notify both.
    write(cwd, {
      'main.oncall': demo
        .replaceAll('    notify phone\n', '')
        .replace('channel mail email "bob', 'channel work email "bob')
        .replaceAll(/(bob@[\s\S]*?)notify mail/g, '$1notify work'),
    });
    const { people } = statusOf(await run('status --json'));
    expect(people.map(({ readiness }) => readiness)).toEqual(['partly', 'partly']);
    expect(people[1]?.channels.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
      'mail activated',
      'phone not-activated',
      'work not-deployed',
    ]);
    const { stdout } = await run('status');
    expect(stdout).toMatch(/^ {2}mail .* activated, not in the files$/m);
  });

  it('tells people elsewhere and people whom nobody pages', async () => {
    const alone = 'contact eve < channel mail email "eve@example.com" stage 5m < notify mail > >\n';
    const cwd = folder({ 'main.oncall': `${acme}\n${alone}`, 'oncall.env': 'ALICE_MAIL=a@b.cd\n' });
    const { stdout } = await oncall(['status', '--local'], { cwd });
    expect(stdout).toMatch(/^director: set elsewhere, not looked at$/m);
    expect(stdout).toMatch(/^eve: .*\n.*\n {2}nobody pages this person$/m);
    // Nobody needs her, so that alone is no failure.
    expect(stdout).toMatch(/can't be reached: alice, bob\.\n$/);
    expect((await oncall(['status', 'nowhere'], { cwd })).code).toBe(66);
  });

  it('looks behind externs: who is on call there, and who exists no more', async () => {
    const service = await account();
    const made = async (Alias: string, Type: string, Plan: object) => {
      const { ContactArn } = await service.call('CreateContact', { Alias, Type, Plan });
      return ContactArn as string;
    };
    const eve = await made('alice', 'PERSONAL', { Stages: [] });
    const { RotationArn } = await service.call('CreateRotation', {
      Name: 'theirs',
      ContactIds: [eve],
      StartTime: 1_700_000_000,
      TimeZoneId: 'UTC',
      Recurrence: {
        DailySettings: [{ HourOfDay: 9, MinuteOfHour: 0 }],
        NumberOfOnCalls: 1,
        RecurrenceMultiplier: 1,
      },
    });
    const schedule = await made('theirs', 'ONCALL_SCHEDULE', { RotationIds: [RotationArn] });
    const gone = await made('former', 'PERSONAL', { Stages: [] });
    const text = `project ours < region "us-east-2" >
contact alice < alias "our-alice" channel phone voice "+12065550100" stage 5m < notify phone > >
plan sre < stage 5m < notify @alice essential notify @theirs notify @former > >
extern contact theirs "${schedule}"
extern contact former "${gone}"
`;
    const cwd = folder({ 'main.oncall': text });
    const run = (...line: readonly string[]) =>
      oncall([...line, '--endpoint', service.url], { cwd });
    const told = async () =>
      statusOf(await run('status', '--json')).people.map(
        (each) => `${each.name} ${each.readiness}`,
      );
    const before = ['alice not-deployed', 'former unreachable', 'alice (2) unreachable'];
    expect(await told()).toEqual(before);
    const applied = await run('apply', '--yes');
    expect(applied.code, applied.stderr).toBe(0);
    await service.call('DeleteContact', { ContactId: gone });
    expect(await told()).toEqual(['alice unreachable', 'former gone', 'alice (2) unreachable']);

    const { stdout } = await run('status');
    expect(stdout).toContain("On call, and can't be reached: alice, former, alice (2).\n");
    expect(stdout).toMatch(/^former: CAN'T BE REACHED: exists no more in the account$/m);
    expect(stdout).toMatch(/^ {2}paged by plan sre, stage 1 through theirs$/m);
    expect((await run('page', '@sre')).stdout).toMatch(/engage alice \(2\) +on call in theirs/);
  });

  it('needs no address, writes nothing, and tells refusals', async () => {
    const { cwd, service } = await reached();
    write(cwd, { 'oncall.env': '' });
    const { url, calls } = await proxy(service.url, () => undefined);
    const { stdout } = await oncall(['status', '--json', '--endpoint', url], { cwd });
    expect(statusOf({ stdout }).people).toHaveLength(2);
    expect(calls.filter(({ writes }) => writes)).toEqual([]);

    const refusing = await proxy(service.url, () => refusal('AccessDeniedException', 'no'));
    const denied = await oncall(['status', '--endpoint', refusing.url], { cwd });
    expect({ code: denied.code, stdout: denied.stdout }).toEqual({ code: 1, stdout: '' });
    expect(denied.stderr).toMatch(/AccessDeniedException.*\n[\s\S]*Allow ssm-contacts:List/);
  });
});
