import { describe, expect, it } from 'vitest';
import { folder, oncall } from './oncall.ts';

const text = `project acme < tag team "sre" >

contact alice "Alice" <
  channel phone voice $ALICE
  stage 5m < notify phone retry 2m >
>

rotation primary <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice
  daily 09:00
  override 2026-02-01T09:00..2026-02-02T09:00 < >
>

schedule on-call < rotation @primary >

plan sre < stage 5m < notify @on-call essential > >
`;
const set = ['--var', 'ALICE=+12065550100'];

interface Request {
  readonly id: string;
  readonly input: Record<string, unknown>;
  readonly after: readonly string[];
  readonly source: object;
}

describe('oncall compile', () => {
  it('prints the requests in order, ARNs as far as they are known', async () => {
    const cwd = folder({ 'acme/main.oncall': text });
    const { code, stdout, stderr } = await oncall(['compile', 'acme', ...set], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { requests } = JSON.parse(stdout) as { requests: readonly Request[] };
    expect(requests.map(({ id, after }) => [id, after])).toEqual([
      ['contact/alice', []],
      ['channel/alice/phone', ['contact/alice']],
      ['engagement-plan/alice', ['contact/alice', 'channel/alice/phone']],
      ['rotation/primary', ['contact/alice']],
      ['override/primary/2026-02-01T09:00', ['rotation/primary']],
      ['schedule/on-call', ['rotation/primary']],
      ['plan/sre', ['schedule/on-call']],
    ]);
    expect(requests[1]).toEqual({
      id: 'channel/alice/phone',
      operation: 'CreateContactChannel',
      input: {
        ContactId: `\${contact/alice}`,
        Name: 'phone',
        Type: 'VOICE',
        DeliveryAddress: { SimpleAddress: '+12065550100' },
      },
      after: ['contact/alice'],
      source: { file: 'acme/main.oncall', line: 4, column: 11 },
    });
    expect(stdout).toMatch(/^\{\n {2}"requests": \[\n/);
  });

  it('writes ARNs out where account and Region are known', async () => {
    const cwd = folder({ 'main.oncall': text });
    const known = ['--account', '111122223333', '--region', 'us-gov-west-1'];
    const { stdout } = await oncall(['compile', ...known, ...set], { cwd });
    const { requests } = JSON.parse(stdout) as { requests: readonly Request[] };
    expect(requests[1]?.input['ContactId']).toBe(
      'arn:aws-us-gov:ssm-contacts:us-gov-west-1:111122223333:contact/alice',
    );
    expect(requests[1]?.after).toEqual(['contact/alice']);
  });

  it('takes variables from all their places', async () => {
    const cwd = folder({ 'main.oncall': text, vars: 'ALICE=+12065550102\n' });
    const address = async (words: readonly string[], env = {}) => {
      const { stdout } = await oncall(['compile', ...words], { cwd, env });
      return /\+1206\d+/.exec(stdout)?.[0];
    };
    expect(await address(['--vars', 'vars'])).toBe('+12065550102');
    expect(await address(['--vars', 'vars'], { ALICE: '+12065550101' })).toBe('+12065550101');
    expect(await address(set, { ALICE: '+12065550101' })).toBe('+12065550100');
  });

  it('names a variable that is not set, or not right, and shows no value', async () => {
    const cwd = folder({ 'main.oncall': text });
    const unset = await oncall(['compile'], { cwd });
    expect(unset).toMatchObject({ code: 1, stdout: '' });
    expect(unset.stderr).toContain('error[unset-variable]: $ALICE is not set');
    expect(unset.stderr).toContain('main.oncall:4:23');
    const wrong = await oncall(['compile', '--var', 'ALICE=12065550100'], { cwd });
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('error[invalid-phone-number]: $ALICE is no phone number');
    expect(wrong.stderr).not.toContain('12065550100');
  });

  it('prints nothing where the text is wrong', async () => {
    const cwd = folder({ 'main.oncall': text.replace('@on-call', '@off-call') });
    const { code, stdout, stderr } = await oncall(['compile', ...set], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('error[dangling-contact]');
  });

  it.each([
    [['--account', '000000000000'], "the project's account is 111122223333"],
    [['--region', 'eu-west-1'], "the project's region is us-east-2"],
    [['--account', '12'], "--account can't be 12"],
    [['--region', 'nowhere'], "--region can't be nowhere"],
  ])('refuses %j as wrong usage', async (words, message) => {
    const guarded = 'project p < account "111122223333" region "us-east-2" >\n';
    const cwd = folder({ 'main.oncall': guarded });
    const { code, stdout, stderr } = await oncall(['compile', ...words], { cwd });
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('takes one line as a project', async () => {
    const line = 'plan sre < stage 5m < notify @alice essential > >\n';
    const alice = 'contact alice < channel p email "a@example.com" stage 5m < notify p > >\n';
    const cwd = folder({ 'main.oncall': line + alice });
    const { code, stdout } = await oncall(['compile', 'main.oncall'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).requests.at(-1)).toEqual({
      id: 'plan/sre',
      operation: 'CreateContact',
      input: {
        Alias: 'sre',
        Type: 'ESCALATION',
        Plan: {
          Stages: [
            {
              DurationInMinutes: 5,
              Targets: [
                { ContactTargetInfo: { ContactId: `\${contact/alice}`, IsEssential: true } },
              ],
            },
          ],
        },
        Tags: [{ Key: 'oncall/project', Value: 'default' }],
      },
      after: ['contact/alice'],
      source: { file: 'main.oncall', line: 1, column: 6 },
    });
  });
});
