import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { account } from './account.ts';
import { acme, addresses, variables } from './acme.ts';
import { folder, oncall, write } from './oncall.ts';

const local = (command: string, ...more: string[]) => [command, '--local', ...more];

function project(text = acme): string {
  return folder({ 'main.oncall': text, 'oncall.env': variables });
}

function expectNoAddress(text: string): void {
  for (const address of addresses) expect(text).not.toContain(address);
}

describe('oncall apply', () => {
  it('makes everything, and then there is nothing to do', async () => {
    const cwd = project();
    const planned = await oncall(local('plan', '--detailed-exitcode'), { cwd });
    expect(planned).toMatchObject({ code: 2, stderr: '' });
    expect(planned.stdout).toContain(
      'Project acme, account 111122223333, us-east-2, the local service in .oncall/local\n',
    );
    expect(planned.stdout).toContain(`
contact alice "Alice Example"
    + create  contact        5m phone retry 2m; 10m mail
    + create  channel phone  voice +1******0100
    + create  channel mail   email a****@example.com

contact bob
    + create  contact        5m phone
    + create  channel phone  voice +1******0101, deferred

rotation primary "SRE primary"
    + create  rotation
              members @alice @bob
              weekly mon 09:00, zone "America/New_York", start 2026-01-05T14:00:00Z
              cover mon..fri 08:00..20:00
    + create  override 2027-02-01T09:00  @bob until 2027-02-02T14:00:00Z

schedule on-call "On call"
    + create  schedule  rotations @primary

plan sre "SRE"
    + create  plan  5m @on-call essential; 10m @alice, @bob essential; 0m @director

Plan: 9 to create.
`);

    const applied = await oncall(local('apply', '--yes'), { cwd });
    expect(applied.code).toBe(0);
    expect(applied.stdout).toContain('\nPlan: 9 to create.\n');
    expect(applied.stderr).toMatch(/^\[ 1\/11\] create contact\/(alice|bob)\n/);
    expect(applied.stderr).toMatch(/\n\[ [67]\/11\] update engagement-plan\/alice\n/);
    expect(applied.stdout).toContain('\nDone: 11 of 11 steps.\nThe account is as the files say.\n');

    const again = await oncall(local('plan', '--detailed-exitcode'), { cwd });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('\nNothing to do: the account is as the files say.\n');
    const twice = await oncall(local('apply', '--yes'), { cwd });
    expect(twice).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(cwd, '.oncall/.gitignore'), 'utf8')).toBe('*\n');
    for (const { stdout, stderr } of [planned, applied, again]) expectNoAddress(stdout + stderr);
  });

  it.each([
    ['a display name', '"Alice Example"', '"Alice"', 'display name: "Alice Example" → "Alice"'],
    ['no display name', 'alice "Alice Example"', 'alice', 'display name: "Alice Example" → none'],
    [
      'a stage',
      'stage 5m < notify phone retry 2m >',
      'stage 6m < notify phone >',
      'stage 1: 5m notify phone retry 2m → 6m notify phone',
    ],
    ['an address', '+12065550100', '+12065550199', '+1******0100 → +1******0199'],
    ['a project tag', 'tag team "sre"', 'tag team "ops"', 'tag team: "sre" → "ops"'],
    ['a channel type', 'mail email $ALICE_MAIL', 'mail sms "+12065550188"', 'type'],
    ['a channel name', '"Bob phone"', '"Bob at home"', 'name: "Bob phone" → "Bob at home"'],
    ['members', '@alice @bob', '@bob @alice', 'members: @alice @bob → @bob @alice'],
    ['a start', 'start 2026-01-05', 'start 2026-01-06', 'start'],
    ['a zone', 'America/New_York', 'Europe/Berlin', 'zone: "America/New_York" → "Europe/Berlin"'],
    ['a hand-off', 'weekly mon 09:00', 'daily 09:00 21:00', 'daily'],
    ['coverage', 'cover mon..fri 08:00..20:00', 'cover mon..sat 08:00..20:00', 'cover'],
    ['a rotation name', '"SRE primary"', '"SRE first"', 'name: "SRE primary" → "SRE first"'],
    [
      'an override',
      '< @bob >\n>\n\nschedule',
      '< @alice >\n>\n\nschedule',
      'members: @bob → @alice',
    ],
    [
      'no override',
      '  override 2027-02-01T09:00..2027-02-02T09:00 < @bob >\n',
      '',
      '- delete  override 2027-02-01T14:00:00Z  no longer in the files; @bob until',
    ],
    ['an essential target', 'notify @alice\n', 'notify @alice essential\n', 'essential'],
    ['an alias', 'contact bob <', 'contact bob <\n  alias "robert"', 'contact bob, alias robert'],
  ])('shows and makes a change of %s', async (_what, before, after, shown) => {
    const cwd = project();
    const { url, call } = await account();
    await call('CreateContact', { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } });
    const words = ['--endpoint', url];
    expect((await oncall(['apply', '--yes', ...words], { cwd })).code).toBe(0);
    const changed = acme.replace(before, after);
    expect(changed).not.toBe(acme);
    write(cwd, { 'main.oncall': changed });
    const planned = await oncall(['plan', '--detailed-exitcode', ...words], { cwd });
    expect(planned).toMatchObject({ code: 2, stderr: '' });
    expect(planned.stdout).toContain(shown);
    expectNoAddress(planned.stdout);
    expect((await oncall(['apply', '--yes', ...words], { cwd })).code).toBe(0);
    const again = await oncall(['plan', '--detailed-exitcode', ...words], { cwd });
    expect(again.stdout).toContain('Nothing to do');
    expect(again.code).toBe(0);
  });

  it('deletes what is no longer in the files, and nothing that is not ours', async () => {
    const cwd = project();
    const { url, call } = await account();
    const words = ['--endpoint', url];
    await call('CreateContact', { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } });
    expect(await oncall(['apply', '--yes', ...words], { cwd })).toMatchObject({ code: 0 });
    write(cwd, { 'main.oncall': acme.slice(0, acme.indexOf('\ncontact')) });
    const planned = await oncall(['plan', ...words], { cwd });
    expect(planned.stdout).toContain('Plan: 5 to delete.');
    const applied = await oncall(['apply', '--yes', ...words], { cwd });
    expect(applied.code).toBe(0);
    const { Contacts } = await call('ListContacts', {});
    expect(Contacts).toEqual([expect.objectContaining({ Alias: 'director' })]);
    expect((await call('ListRotations', {}))['Rotations']).toEqual([]);
  });

  it('leaves an alias alone that exists without our tag, and takes it over with --adopt', async () => {
    const cwd = project();
    const { url, call } = await account();
    const words = ['--endpoint', url];
    const arn = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice';
    for (const Alias of ['director', 'alice']) {
      await call('CreateContact', {
        Alias,
        DisplayName: 'Someone',
        Type: 'PERSONAL',
        Plan: { Stages: [] },
      });
    }
    const planned = await oncall(['plan', ...words], { cwd });
    expect(planned.stdout).toMatch(/contact alice "Alice Example"\n +! blocked contact .*--adopt/);
    const applied = await oncall(['apply', '--yes', ...words], { cwd });
    expect(applied.code).toBe(1);
    expect(applied.stdout).toMatch(
      /\nLeft alone, as the plan says why:\n(.*\n)*? {2}contact\/alice\n/,
    );
    expect(await call('GetContact', { ContactId: arn })).toMatchObject({ DisplayName: 'Someone' });

    const adopting = await oncall(['apply', '--yes', '--adopt', ...words], { cwd });
    expect(adopting.code).toBe(0);
    expect(adopting.stdout).toContain('= adopt   contact\n');
    expect(await call('GetContact', { ContactId: arn })).toMatchObject({
      DisplayName: 'Alice Example',
    });
    expect((await oncall(['plan', ...words], { cwd })).stdout).toContain('Nothing to do');
  });

  it('keeps whom the plan of another still pages', async () => {
    const cwd = project();
    const { url, call } = await account();
    const words = ['--endpoint', url];
    await call('CreateContact', { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } });
    expect((await oncall(['apply', '--yes', ...words], { cwd })).code).toBe(0);
    const ContactId = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/bob';
    const Targets = [{ ContactTargetInfo: { ContactId, IsEssential: false } }];
    await call('CreateContact', {
      Alias: 'others',
      Type: 'ESCALATION',
      Plan: { Stages: [{ DurationInMinutes: 0, Targets }] },
    });
    const start = acme.indexOf('contact bob');
    const without = acme.slice(0, start) + acme.slice(acme.indexOf('rotation primary'));
    write(cwd, { 'main.oncall': without.replaceAll(/ @bob|\n.*notify @bob.*/g, '') });
    const applied = await oncall(['apply', '--yes', ...words], { cwd });
    expect(applied.code).toBe(1);
    expect(applied.stdout).toContain('the plan others, which is not managed here, still refers');
    expect(await call('GetContact', { ContactId })).toMatchObject({ Alias: 'bob' });
  });

  it('keeps overrides that people made by hand', async () => {
    const cwd = project();
    const { url, call, contents } = await account();
    const words = ['--endpoint', url];
    await call('CreateContact', { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } });
    await oncall(['apply', '--yes', ...words], { cwd });
    const [rotation] = (await call('ListRotations', {}))['Rotations'] as { RotationArn: string }[];
    await call('CreateRotationOverride', {
      RotationId: rotation?.RotationArn,
      NewContactIds: [],
      StartTime: 1_802_000_000,
      EndTime: 1_802_010_000,
    });
    const before = await contents();
    const planned = await oncall(['plan', '--detailed-exitcode', ...words], { cwd });
    expect(planned.stdout).toContain(
      'k kept    override 2027-02-07T11:33:20Z  made by hand; nobody until',
    );
    expect(planned.code).toBe(0);
    write(cwd, { 'main.oncall': acme.replace(/ {2}override .*\n/, '') });
    expect((await oncall(['apply', '--yes', ...words], { cwd })).code).toBe(0);
    const after = await contents();
    expect(before).toContain('[[],1802000000,1802010000]');
    expect(after).toContain('"overrides":[[[],1802000000,1802010000]]');
  });

  it('prints the plan as JSON', async () => {
    const cwd = project();
    const { code, stdout, stderr } = await oncall(local('plan', '--json'), { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({ project: 'acme', account: '111122223333', region: 'us-east-2' });
    expect(plan.changes[0]).toEqual({
      id: 'contact/alice',
      kind: 'contact',
      action: 'create',
      of: 'contact/alice',
      reasons: expect.any(Array),
      source: { file: 'main.oncall', line: 7, column: 9 },
    });
    expect(plan.summary).toEqual({
      create: 9,
      update: 0,
      replace: 0,
      delete: 0,
      adopt: 0,
      blocked: 0,
      kept: 0,
    });
    expectNoAddress(stdout);
  });

  it('shows no control character that an account holds', async () => {
    const cwd = project();
    const { url, call } = await account();
    await call('CreateContact', { Alias: 'alice', Type: 'PERSONAL', Plan: { Stages: [] } });
    const Tags = [{ Key: 'oncall/project', Value: 'acme' }];
    await call('TagResource', {
      ResourceARN: 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice',
      Tags,
    });
    const { stdout, stderr } = await oncall(['plan', '--endpoint', url], { cwd });
    expect(stdout).toContain('update');
    expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]/u);
  });

  describe('refuses before it writes', () => {
    it('without a terminal and without --yes', async () => {
      const { code, stdout, stderr } = await oncall(local('apply'), { cwd: project() });
      expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
      expect(stderr).toContain('there is no terminal to ask on');
      expect(stderr).toContain('--yes');
    });

    it('another account or Region than the project names', async () => {
      const { url, call, contents } = await account();
      const region = await oncall(['apply', '--yes', '--endpoint', url, '--region', 'eu-west-1'], {
        cwd: project(),
      });
      expect(region.code).toBe(64);
      expect(region.stderr).toContain("the project's region is us-east-2");
      expect(await contents()).toBe('');
      const other = project(acme.replaceAll('111122223333', '444455556666'));
      const elsewhere = project(acme.replaceAll('us-east-2', 'us-west-2'));
      for (const cwd of [other, elsewhere]) {
        // An empty account has no ARN to tell by.
        const empty = await oncall(['apply', '--yes', '--endpoint', url], { cwd });
        expect(empty).toMatchObject({ code: 1, stdout: '' });
        expect(empty.stderr).toContain(`${url} is for another; nothing was changed`);
        expect(await contents()).toBe('');
      }
      await call('CreateContact', { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } });
      const before = await contents();
      const wrong = await oncall(['apply', '--yes', '--endpoint', url], { cwd: other });
      expect(wrong.code).toBe(1);
      expect(wrong.stderr).toContain('the project is for account 444455556666');
      expect(await contents()).toBe(before);
    });

    it('without credentials, and with those of another account', async () => {
      const cwd = project();
      const none = await oncall(['apply', '--yes'], { cwd });
      expect(none).toMatchObject({ code: 1, stdout: '' });
      expect(none.stderr).toContain('there are no AWS credentials');
      const identity = createServer((_request, response) => {
        const result = '<GetCallerIdentityResult><Account>999988887777</Account>';
        response.setHeader('content-type', 'text/xml');
        response.end(
          `<GetCallerIdentityResponse>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
        );
      });
      await new Promise<void>((listening) => identity.listen(0, '127.0.0.1', listening));
      onTestFinished(() => void identity.close());
      const { port } = identity.address() as AddressInfo;
      const env = {
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}`,
      };
      const other = await oncall(['apply', '--yes'], { cwd, env });
      expect(other).toMatchObject({ code: 1, stdout: '' });
      expect(other.stderr).toContain('these credentials are of 999988887777');
    });

    it('with credentials that have expired', async () => {
      const identity = createServer((_request, response) => {
        response.writeHead(403, { 'content-type': 'text/xml' });
        response.end(
          '<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code>' +
            '<Message>The token is expired</Message></Error></ErrorResponse>',
        );
      });
      await new Promise<void>((listening) => identity.listen(0, '127.0.0.1', listening));
      onTestFinished(() => void identity.close());
      const env = {
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${(identity.address() as AddressInfo).port}`,
      };
      const { code, stdout, stderr } = await oncall(['plan'], { cwd: project(), env });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('AWS refused GetCallerIdentity');
      expect(stderr).toContain('Log in again');
    });

    it('where no Region is known', async () => {
      const cwd = project(
        acme.replace('region "us-east-2"', '').replace('account "111122223333"', ''),
      );
      const { code, stderr } = await oncall(['plan'], { cwd });
      expect(code).toBe(64);
      expect(stderr).toContain('the Region is not known');
    });

    it('text with errors, and variables that are not set', async () => {
      const broken = await oncall(local('apply', '--yes'), {
        cwd: project(`${acme}\nplan x < >\n`),
      });
      expect(broken).toMatchObject({ code: 1, stdout: '' });
      expect(broken.stderr).toContain('error[plan-reaches-nobody]');
      const cwd = project();
      rmSync(join(cwd, 'oncall.env'));
      const unset = await oncall(local('apply', '--yes'), { cwd });
      expect(unset).toMatchObject({ code: 1, stdout: '' });
      expect(unset.stderr).toContain('error[unset-variable]');
      const invalid = await oncall(local('apply', '--yes', '--var', 'ALICE_MAIL=alice@'), { cwd });
      expect(invalid).toMatchObject({ code: 1, stdout: '' });
      expectNoAddress(invalid.stderr);
    });

    it('a service that is not reached: exit 69', async () => {
      const { code, stdout, stderr } = await oncall(['plan', '--endpoint', 'http://127.0.0.1:9'], {
        cwd: project(),
      });
      expect({ code, stdout }).toEqual({ code: 69, stdout: '' });
      expect(stderr).toContain("the service at http://127.0.0.1:9 can't be reached");
    });

    it('--local with the folder of a project', async () => {
      const cwd = project();
      const { code, stderr } = await oncall(['plan', '--local', '.'], { cwd });
      expect(code).toBe(64);
      expect(stderr).toContain('. --local');
    });
  });

  it('keeps local state where it is told', async () => {
    const cwd = project();
    expect((await oncall(['apply', '.', '--local', 'state', '--yes'], { cwd })).code).toBe(0);
    expect((await oncall(['plan', '--local=state'], { cwd })).stdout).toContain('Nothing to do');
    writeFileSync(join(cwd, 'state.txt'), '');
    const blocked = await oncall(['plan', '--local', 'state.txt'], { cwd });
    expect(blocked.code).not.toBe(0);
    expect(blocked.stderr).not.toContain('bug');
  });
});
