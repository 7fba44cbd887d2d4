import { describe, expect, it } from 'vitest';
import { account } from './account.ts';
import { acme, addresses, variables } from './acme.ts';
import { folder, oncall, write } from './oncall.ts';

async function deployed() {
  const cwd = folder({ 'main.oncall': acme, 'oncall.env': variables });
  const { url, call, contents } = await account();
  await call('CreateContact', {
    Alias: 'director',
    Type: 'PERSONAL',
    Plan: { Stages: [] },
    Tags: [],
  });
  const before = await contents();
  const words = ['--endpoint', url];
  expect((await oncall(['apply', '--yes', ...words], { cwd })).code).toBe(0);
  return { cwd, words, call, contents, before };
}

const schedule = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/on-call';

describe('destroy', () => {
  it('deletes what is ours and nothing else, and leaves nothing to do', async () => {
    const { cwd, words, contents, before } = await deployed();
    // Nobody who takes a project down has the addresses at hand.
    write(cwd, { 'oncall.env': '' });
    const { code, stdout, stderr } = await oncall(['destroy', '--yes', ...words], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toContain('- delete  contact  to be destroyed; its 2 channels go with it\n');
    expect(stdout).toContain('- delete  rotation  to be destroyed; its override goes with it\n');
    expect(stdout).toContain('Plan: 5 to delete.\n');
    expect(stdout).toMatch(/alice loses \d+ shifts?\n +to NOBODY/);
    expect(stdout).toContain('Nothing of the project is left in the account.\n');
    for (const address of addresses) expect(stdout + stderr).not.toContain(address);
    const order = [...stderr.matchAll(/delete (\w+)\//g)].map(([, kind]) => kind);
    expect(order).toEqual(['plan', 'schedule', 'rotation', 'contact', 'contact']);
    expect(await contents()).toBe(before);

    const again = await oncall(['destroy', '--yes', ...words], { cwd });
    expect(again.code).toBe(0);
    expect(again.stdout).toContain(
      'Nothing to destroy: the account holds nothing of the project acme.\n',
    );
  });

  it('leaves alone what others still refer to, and says so', async () => {
    const { cwd, words, call, contents } = await deployed();
    await call('CreateContact', {
      Alias: 'other-team',
      Type: 'ESCALATION',
      Plan: {
        Stages: [
          {
            DurationInMinutes: 5,
            Targets: [{ ContactTargetInfo: { ContactId: schedule, IsEssential: true } }],
          },
        ],
      },
      Tags: [],
    });
    const { code, stdout } = await oncall(['destroy', '--yes', ...words], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('the plan other-team, which is not managed here, still refers to it');
    expect(stdout).toContain('Left alone, as the plan says why:\n');
    const left = await contents();
    expect(left).toContain('"Alias":"on-call"');
    expect(left).toContain('"Name":"SRE primary"');
    expect(left).toContain('"Alias":"alice"');
    expect(left).not.toContain('"Alias":"sre"');
  });

  it('tells of overrides that people made by hand', async () => {
    const { cwd, words, call } = await deployed();
    const { Rotations } = await call('ListRotations', {});
    const [rotation] = Rotations as { RotationArn: string; ContactIds: string[] }[];
    const start = Math.floor(Date.now() / 1000) + 3600;
    await call('CreateRotationOverride', {
      RotationId: rotation?.RotationArn,
      NewContactIds: rotation?.ContactIds.slice(0, 1),
      StartTime: start,
      EndTime: start + 7200,
    });
    const { stdout } = await oncall(['destroy', '--yes', ...words], { cwd });
    expect(stdout).toContain('its 2 overrides go with it, 1 of them made by hand\n');
  });

  it('asks for a terminal or --yes, and for a project that can be read', async () => {
    const { cwd, words, contents } = await deployed();
    const before = await contents();
    const silent = await oncall(['destroy', ...words], { cwd });
    expect(silent.code).toBe(64);
    write(cwd, { 'more.oncall': 'plan broken <\n' });
    const broken = await oncall(['destroy', '--yes', ...words], { cwd });
    expect(broken.code).toBe(1);
    expect(await contents()).toBe(before);
  });
});
