import { describe, expect, it } from 'vitest';
import { account } from './account.ts';
import { addresses } from './acme.ts';
import { folder, oncall, write } from './oncall.ts';

/** On call all the time, so that what is told does not depend on the day. */
function team({ name = 'primary', label = '', members = '@alice', more = '' } = {}): string {
  return `project team < account "111122223333" region "us-east-2" >

contact alice < channel phone voice "+12065550100" stage 5m < notify phone > >
contact bob "Bob" < alias "robert" channel phone voice "+12065550101" stage 5m < notify phone > >

rotation ${name} ${label} <
  zone "America/New_York"
  start 2026-01-05T09:00
  members ${members}
  weekly mon 09:00
  ${more}
>

schedule sre-oncall < rotation @${name} >
plan sre < stage 5m < notify @sre-oncall essential > stage 5m < notify @alice notify @bob > >
`;
}

async function applied(text: string) {
  const cwd = folder({ 'main.oncall': text });
  const { url, call } = await account();
  const words = ['--endpoint', url];
  expect((await oncall(['apply', '--yes', ...words], { cwd })).code).toBe(0);
  const planned = async (changed: string, ...more: readonly string[]) => {
    write(cwd, { 'main.oncall': changed });
    return oncall(['plan', ...words, ...more], { cwd });
  };
  return { cwd, words, call, planned };
}

describe('the impact on people', () => {
  it('names who gains what, where nobody was on call', async () => {
    const cwd = folder({ 'main.oncall': team() });
    const { code, stdout, stderr } = await oncall(['plan', '--local', '--impact-days', '1'], {
      cwd,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /Plan: \d+ to create\.\n\nImpact on people, an estimate: [12] shifts? changes? hands in the next 1 day\.\n {2}From now on call: alice \(rotation primary, schedule sre-oncall\)\n\nrotation primary, America\/New_York\n {2}alice gains [12] shifts?\n {4}from nobody {2}now /,
    );
  });

  it('ends plan and apply with who gains and loses, and warns of who is replaced now', async () => {
    const { cwd, words, planned } = await applied(team());
    const plan = await planned(team({ members: '@bob' }), '--impact-days', '14');
    expect(plan.code).toBe(0);
    const told = plan.stdout.slice(plan.stdout.indexOf('Impact'));
    expect(told).toMatch(
      /^Impact on people, an estimate: [23] shifts change hands in the next 14 days\.\n/,
    );
    expect(told).toContain(
      '\n! WARNING: on call at this moment will be bob instead of alice (rotation primary, schedule sre-oncall)\n',
    );
    expect(told).toMatch(/\n {2}alice loses [23] shifts\n {4}to bob {6}now {19}Mon \d{4}-/);
    expect(told).toMatch(/\n {2}bob gains [23] shifts\n {4}from alice {2}now {19}Mon \d{4}-/);
    expect(told).toMatch(/ 09:00 {2}and on\n$/);

    const done = await oncall(['apply', '--yes', ...words], { cwd });
    expect(done.stdout).toContain('shifts change hands in the next 30 days.\n! WARNING');
    const again = await oncall(['plan', ...words], { cwd });
    expect(again.stdout).toContain('Nothing to do');
    expect(again.stdout).not.toContain('Impact');
    for (const address of addresses) expect(plan.stdout + done.stdout).not.toContain(address);
  });

  it('says NOBODY in plain sight', async () => {
    const { planned } = await applied(team());
    const nobody = 'override 2026-01-05T09:00..2099-01-01T09:00 < >';
    const told = await planned(team({ more: nobody }));
    expect(told.stdout).toContain(
      '! WARNING: on call at this moment will be NOBODY instead of alice (rotation primary, ',
    );
    expect(told.stdout).toContain('to NOBODY');
  });

  it('is none where a rotation is made anew, or renamed', async () => {
    const { planned } = await applied(team({ members: '@alice @bob' }));
    for (const changed of [
      team({ members: '@alice @bob', label: '"SRE primary"' }),
      team({ members: '@alice @bob', name: 'first' }),
    ]) {
      const { stdout } = await planned(changed, '--max-impact', '0');
      expect(stdout).toMatch(/to (replace|create)/);
      expect(stdout).toMatch(
        /\n\nImpact on people, an estimate: no shift changes hands in the next 30 days\.\n$/,
      );
    }
  });

  it('leaves overrides that people made by hand as they are', async () => {
    const { call, planned } = await applied(team({ members: '@alice @bob' }));
    const [rotation] = (await call('ListRotations', {}))['Rotations'] as { RotationArn: string }[];
    const now = Math.floor(Date.now() / 1000);
    await call('CreateRotationOverride', {
      RotationId: rotation?.RotationArn,
      NewContactIds: [],
      StartTime: now - 60,
      EndTime: now + 86_400,
    });
    const { stdout } = await planned(team({ members: '@alice @bob', label: '"Anew"' }));
    expect(stdout).toContain('made again on the new rotation');
    expect(stdout).toContain('no shift changes hands');
  });

  it('is in the JSON, each shift once, and held by --max-impact', async () => {
    const { planned } = await applied(team());
    const changed = team({ members: '@bob' });
    const { code, stdout, stderr } = await planned(
      changed,
      ...['--json', '--impact-days', '14', '--max-impact', '1', '--detailed-exitcode'],
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[23] changed shifts, and --max-impact allows 1\n$/);
    const { impact } = JSON.parse(stdout);
    expect(impact).toMatchObject({
      estimate: true,
      days: 14,
      changedShifts: impact.rotations[0].changes.length,
      rotations: [{ rotation: 'primary', zone: 'America/New_York' }],
      now: [
        { kind: 'rotation', name: 'primary', before: ['alice'], after: ['bob'] },
        { kind: 'schedule', name: 'sre-oncall', before: ['alice'], after: ['bob'] },
      ],
    });
    expect(impact.rotations[0].changes[0]).toEqual({
      start: impact.from,
      end: expect.stringMatching(/T1[34]:00:00Z$/),
      before: ['alice'],
      after: ['bob'],
      loses: ['alice'],
      gains: ['bob'],
    });
    const allowed = await planned(changed, '--max-impact', '9');
    expect({ code: allowed.code, stderr: allowed.stderr }).toEqual({ code: 0, stderr: '' });
  });

  it.each([
    ['--impact-days', '0', 'from 1 to 365'],
    ['--impact-days', 'soon', 'from 1 to 365'],
    ['--max-impact', '-1', 'whole number'],
  ])('refuses %s %s', async (option, value, why) => {
    const cwd = folder({ 'main.oncall': team() });
    const { code, stderr } = await oncall(['plan', '--local', `${option}=${value}`], { cwd });
    expect(code).toBe(64);
    expect(stderr).toContain(why);
  });
});
