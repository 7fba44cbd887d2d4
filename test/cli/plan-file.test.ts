import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { account } from './account.ts';
import { acme, addresses, variables } from './acme.ts';
import { folder, oncall, write } from './oncall.ts';

const director = { Alias: 'director', Type: 'PERSONAL', Plan: { Stages: [] } };
const alice = 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/alice';

/** A project of which nothing is deployed, and a plan of it in plan.json. */
async function planned(text = acme) {
  const cwd = folder({ 'main.oncall': text, 'oncall.env': variables });
  const { url, call, contents } = await account();
  await call('CreateContact', director);
  const words = ['--endpoint', url];
  const plan = (...more: string[]) =>
    oncall(['plan', '--out', 'plan.json', ...words, ...more], { cwd });
  const apply = (file = 'plan.json', ...more: string[]) =>
    oncall(['apply', file, '--yes', ...words, ...more], { cwd });
  const path = join(cwd, 'plan.json');
  return { cwd, words, call, contents, plan, apply, path };
}

/** The same, deployed, and with a plan to change what alice is called. */
async function deployed(change = (text: string) => text.replace('Alice Example', 'Alice E')) {
  const made = await planned();
  expect((await oncall(['apply', '--yes', ...made.words], { cwd: made.cwd })).code).toBe(0);
  write(made.cwd, { 'main.oncall': change(acme) });
  const result = await made.plan('--detailed-exitcode');
  expect(result).toMatchObject({ code: 2 });
  return made;
}

describe('a plan file', () => {
  it('is carried out, and then there is nothing to do', async () => {
    const { cwd, words, plan, apply, path } = await planned();
    const first = await plan();
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toContain('The plan is in plan.json');
    expect(statSync(path).mode & 0o077).toBe(0);
    const text = readFileSync(path, 'utf8');
    for (const address of addresses) expect(text).not.toContain(address);
    expect(JSON.parse(text)).toMatchObject({
      format: 'oncall plan',
      version: 1,
      project: 'acme',
      folder: '.',
      account: '111122223333',
      region: 'us-east-2',
      service: 'endpoint',
      adopt: false,
    });
    const applied = await apply();
    expect(applied.code).toBe(0);
    expect(applied.stdout).toContain('The account is as the files say.');
    const after = await oncall(['plan', '--detailed-exitcode', ...words], { cwd });
    expect(after.code).toBe(0);

    const again = await apply();
    expect(again.code).toBe(1);
    expect(again.stderr).toContain(
      '    planned: create; 5m phone retry 2m; 10m mail\n    now:     nothing to do\n',
    );
    expect(again.stderr).toContain('Run oncall plan --out again.');
  });

  it('finds its project from wherever it is applied', async () => {
    const { cwd, words, plan } = await planned();
    await plan();
    const elsewhere = folder();
    const applied = await oncall(['apply', join(cwd, 'plan.json'), '--yes', ...words], {
      cwd: elsewhere,
    });
    expect(applied.code).toBe(0);
  });

  it('says where it looks for its project, once it lies elsewhere', async () => {
    const { cwd, words, plan } = await planned();
    await plan();
    const elsewhere = folder();
    renameSync(join(cwd, 'plan.json'), join(elsewhere, 'plan.json'));
    const applied = await oncall(['apply', 'plan.json', '--yes', ...words], { cwd: elsewhere });
    expect(applied).toMatchObject({ code: 66, stdout: '' });
    expect(applied.stderr).toContain(
      'there is no project in ., where the plan in plan.json looks for it',
    );
  });

  it('holds in another clone, which has no journal', async () => {
    const withoutPlan = (text: string) =>
      text.replace(/\nplan sre[\s\S]*?\n>\n/, '\n').replace(/\nextern .*\n/, '\n');
    const { cwd, apply } = await deployed(withoutPlan);
    rmSync(join(cwd, '.oncall'), { recursive: true });
    const { code, stdout } = await apply();
    expect(code).toBe(0);
    expect(stdout).toContain('- delete  plan');
    expect(stdout).toContain('The account is as the files say.');
  });

  it('is refused where the account has moved on, naming what moved', async () => {
    const { call, contents, apply } = await deployed();
    await call('UpdateContact', { ContactId: alice, DisplayName: 'Someone else' });
    const before = await contents();
    const { code, stderr } = await apply();
    expect(code).toBe(1);
    expect(stderr).toContain(
      '  contact/alice\n' +
        '    planned: update; display name: "Alice Example" → "Alice E"\n' +
        '    now:     update; display name: "Someone else" → "Alice E"\n',
    );
    expect(await contents()).toBe(before);
  });

  it('is refused where the account has something more to change', async () => {
    const { call, apply } = await deployed();
    const ContactId = alice.replace('alice', 'bob');
    await call('UpdateContact', { ContactId, DisplayName: 'Bobby' });
    const { code, stderr } = await apply();
    expect(code).toBe(1);
    expect(stderr).toContain('  contact/bob\n    planned: nothing to do\n');
  });

  it('is refused where what it deletes was edited meanwhile', async () => {
    const { call, contents, apply } = await deployed((text) =>
      text.replace(/\ncontact bob[\s\S]*?\n>\n/, '\n').replaceAll(/ @bob|\n.*notify @bob.*/g, ''),
    );
    await call('UpdateContact', { ContactId: alice.replace('alice', 'bob'), DisplayName: 'Bobby' });
    const before = await contents();
    const { code, stderr } = await apply();
    expect(code).toBe(1);
    expect(stderr).toContain('  contact/bob\n');
    expect(stderr).toContain('what would be lost, is another');
    expect(await contents()).toBe(before);
  });

  it('is refused where the files or a variable say something else', async () => {
    const { cwd, contents, plan, apply } = await planned();
    await plan();
    const before = await contents();
    write(cwd, { 'main.oncall': acme.replace('retry 2m', 'retry 3m') });
    const files = await apply();
    expect(files.code).toBe(1);
    expect(files.stderr).toContain('contact/alice');
    // Of a mail address the mask shows a letter and the domain, and here they are the same.
    write(cwd, { 'main.oncall': acme, 'oncall.env': variables.replace('alice@', 'alina@') });
    const variable = await apply();
    expect(variable.code).toBe(1);
    expect(variable.stderr).toContain('An address is another now');
    expect(variable.stderr).not.toContain('alina');
    expect(await contents()).toBe(before);
    write(cwd, { 'oncall.env': variables, 'main.oncall': `# A comment changes nothing.\n${acme}` });
    expect((await apply()).code).toBe(0);
  });

  it('is refused where it is cut short, edited, or of another version', async () => {
    const { contents, plan, apply, path } = await planned();
    await plan();
    const before = await contents();
    const text = readFileSync(path, 'utf8');
    const tried = async (changed: string) => {
      writeFileSync(path, changed);
      const { code, stderr } = await apply();
      expect(code).toBe(66);
      return stderr;
    };
    expect(await tried(text.slice(0, text.length / 2))).toContain(
      'is no plan file, or not all of one',
    );
    expect(await tried('{}')).toContain('is no plan file\n');
    expect(await tried(text.replace('"adopt": false', '"adopt": true'))).toContain(
      'is not as oncall plan wrote it',
    );
    expect(await tried(text.replace('"version": 1', '"version": 2'))).toContain(
      'is a plan of another oncall: its version is 2',
    );
    expect(await contents()).toBe(before);
    writeFileSync(path, JSON.stringify(JSON.parse(text)));
    expect((await apply()).code).toBe(0);
  });

  it('is for one service and one account', async () => {
    const { cwd, plan, words } = await planned();
    await plan();
    const local = await oncall(['apply', 'plan.json', '--yes', '--local'], { cwd });
    expect(local.code).toBe(64);
    expect(local.stderr).toContain(
      'is for the service at an endpoint, and this is the service on this machine',
    );
    write(cwd, { 'main.oncall': acme.replace('project acme', 'project other') });
    const other = await oncall(['apply', 'plan.json', '--yes', ...words], { cwd });
    expect(other.code).toBe(1);
    expect(other.stderr).toContain(
      'is for project acme, account 111122223333 in us-east-2, and this is project other',
    );
  });

  it('says itself whether to adopt', async () => {
    const { call, plan, apply } = await planned();
    await call('CreateContact', { Alias: 'alice', Type: 'PERSONAL', Plan: { Stages: [] } });
    await plan('--adopt');
    expect((await apply('plan.json', '--adopt')).code).toBe(64);
    const applied = await apply();
    expect(applied.code).toBe(0);
    expect(applied.stdout).toContain('= adopt');
  });

  it('takes the place of no other file', async () => {
    const { cwd, words, plan } = await planned();
    const out = (file: string) => oncall(['plan', '--out', file, ...words], { cwd });
    expect((await out('oncall.env')).code).toBe(64);
    expect((await out('main.oncall')).code).toBe(64);
    expect((await out('.')).code).toBe(64);
    expect((await out('no/such/folder.json')).code).toBe(1);
    expect(readFileSync(join(cwd, 'oncall.env'), 'utf8')).toBe(variables);
    expect((await plan()).code).toBe(0);
    expect((await plan()).code).toBe(0);
  });

  it('is not written where the plan passes a limit', async () => {
    const { plan, path } = await planned();
    expect((await plan('--max-impact', '0')).code).toBe(1);
    expect(() => statSync(path)).toThrow();
  });
});
