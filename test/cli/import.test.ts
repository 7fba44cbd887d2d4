/** An account that nobody wrote down, taken into code. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Account, account } from './account.ts';
import { grown } from './grown-account.ts';
import { folder, oncall, write } from './oncall.ts';
import { proxy, refusal } from './proxy.ts';

const addresses = ['206555', 'alice@', 'bob@'];

const at = ({ url }: Account) => ['--endpoint', url, '--region', 'us-east-2'];

async function imported(from: Account, ...words: string[]) {
  const cwd = folder();
  const result = await oncall(['import', '--out', 'acme', ...words, ...at(from)], { cwd });
  for (const address of addresses) expect(result.stdout + result.stderr).not.toContain(address);
  const path = join(cwd, 'acme');
  const files = existsSync(path) ? readdirSync(path) : [];
  const texts = Object.fromEntries(
    files.map((name): [string, string] => [name, readFileSync(join(path, name), 'utf8')]),
  );
  return { cwd, path, result, texts };
}

const theTemplate = `template phone-mail <
  stage 5m < notify phone retry 2m >
  stage 10m < notify mail >
>
`;

describe('oncall import', () => {
  it('writes what is there, and then only tags are to be set', async () => {
    const found = await grown();
    const before = await found.contents();
    const { cwd, path, result, texts } = await imported(found);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toBe(`Account 111122223333, us-east-2, as project acme in acme:
  .gitignore
  oncall.env        4 variables, for you alone to read
  project.oncall
  templates.oncall
  contacts.oncall   2 contacts
  rotations.oncall  1 rotation
  schedules.oncall  1 schedule
  plans.oncall      1 plan
  externs.oncall    1 extern

Not managed: a comment where it would stand, and left alone
  plan draft  Plan draft pages nobody. Add a target: notify @….

Named and not described: an extern
  director  exists no more

Next:
  oncall plan acme --adopt --endpoint ${found.url}   shows that only tags are to be set
  oncall apply acme --adopt --endpoint ${found.url}  sets them, so that this project owns what is there
`);
    expect(texts).toEqual({
      '.gitignore': 'oncall.env\n.oncall/\n',
      'oncall.env': `# Values of the variables in *.oncall files. Keep this file out of git.
ALICE_PHONE=+12065550100
ALICE_MAIL=alice@example.com
BOB_2_PHONE=+12065550101
BOB_2_MAIL=bob_2@example.com
`,
      'project.oncall': `project acme <
  account "111122223333"
  region "us-east-2"
  tag team "sre"
>
`,
      'templates.oncall': theTemplate,
      'contacts.oncall': `contact alice "Alice Example" <
  channel phone "Alice phone" voice $ALICE_PHONE
  channel mail "Alice mail" email $ALICE_MAIL
  use phone-mail
>

contact bob_2 "Bob Example" <
  channel phone "Bob phone" voice $BOB_2_PHONE
  channel mail "Bob mail" email $BOB_2_MAIL
  use phone-mail
>
`,
      'rotations.oncall': `rotation sre-primary "SRE primary" <
  zone "America/New_York"
  start 2026-01-05T09:00
  members @alice @bob_2
  weekly mon 09:00
  every 2
  cover mon..wed 08:00..20:00
>
`,
      'schedules.oncall': 'schedule sre-oncall < rotation @sre-primary >\n',
      'plans.oncall': `# Not managed: Plan draft pages nobody. Add a target: notify @….
# plan draft < tag team "sre" >

plan sre <
  stage 5m < notify @sre-oncall essential >
  stage 10m <
    notify @alice essential
    notify @director
  >
>
`,
      'externs.oncall': `# Exists no more in the account.
extern contact director "arn:aws:ssm-contacts:us-east-2:111122223333:contact/director"
`,
    });
    expect(statSync(join(path, 'oncall.env')).mode & 0o777).toBe(0o600);
    expect(await found.contents()).toBe(before);

    const linted = await oncall(['lint', 'acme'], { cwd });
    expect(linted).toMatchObject({ code: 0 });
    expect(await oncall(['fmt', '--check', 'acme'], { cwd })).toMatchObject({ code: 0 });
    const planned = await oncall(['plan', 'acme', '--adopt', ...at(found)], { cwd });
    expect(planned.stdout).toContain('\nPlan: 5 to adopt.\n');
    const asked = planned.stdout.split('\n').filter((line) => line.startsWith(' '.repeat(14)));
    expect(
      asked.filter((line) => !/^ +(tag oncall\/|exists, and is taken over)/.test(line)),
    ).toEqual([]);
    const applied = await oncall(['apply', 'acme', '--adopt', '--yes', ...at(found)], { cwd });
    expect(applied).toMatchObject({ code: 0 });
    expect(applied.stdout).toContain('Done: 5 of 5 steps.');
    const again = await oncall(['plan', 'acme', ...at(found)], { cwd });
    expect(again.stdout).toContain('Nothing to do: the account is as the files say.');
    const owned = (await found.contents()).replaceAll(/,?"oncall\/(?:project|name)=[^"]*"/g, '');
    expect(owned.replaceAll('[,', '[')).toBe(before);
  });

  it('writes addresses into the files where that is asked for', async () => {
    const found = await grown();
    const { texts } = await imported(found, '--addresses', 'inline');
    expect(Object.keys(texts)).not.toContain('oncall.env');
    expect(Object.keys(texts)).not.toContain('.gitignore');
    expect(texts['contacts.oncall']).toContain(
      '  channel phone "Alice phone" voice "+12065550100"\n',
    );
  });

  it('takes an alias and what it pages, and nothing else', async () => {
    const found = await grown();
    const { texts, result } = await imported(found, '--only', '@sre-oncall', '@draft');
    expect(result.stdout).toContain('contacts.oncall   2 contacts\n');
    expect(texts['plans.oncall']).toBe(
      '# Not managed: Plan draft pages nobody. Add a target: notify @….\n# plan draft < tag team "sre" >\n',
    );
    expect(Object.keys(texts)).not.toContain('externs.oncall');

    const one = await imported(found, '--only', '@bob_2');
    expect(one.texts['project.oncall']).toBe(
      'project acme <\n  account "111122223333"\n  region "us-east-2"\n>\n',
    );
    expect(one.texts['contacts.oncall']).toBe(`contact bob_2 "Bob Example" <
  channel phone "Bob phone" voice $BOB_2_PHONE
  channel mail "Bob mail" email $BOB_2_MAIL
  stage 5m < notify phone retry 2m >
  stage 10m < notify mail >
  tag team "sre"
>
`);
    const planned = await oncall(['plan', 'acme', '--adopt', ...at(found)], { cwd: one.cwd });
    expect(planned.stdout).toContain('\nPlan: 1 to adopt.\n');
  });

  it('tells everything to programs', async () => {
    const { result } = await imported(await grown(), '--json');
    expect(JSON.parse(result.stdout)).toMatchObject({
      project: 'acme',
      account: '111122223333',
      region: 'us-east-2',
      folder: 'acme',
      managed: [
        { kind: 'contact', name: 'alice' },
        { kind: 'contact', name: 'bob_2' },
        { kind: 'plan', name: 'sre' },
        { kind: 'schedule', name: 'sre-oncall' },
        { kind: 'rotation', name: 'sre-primary' },
      ],
      unmanaged: [{ kind: 'plan', name: 'draft', reason: expect.stringContaining('nobody') }],
      externs: [{ name: 'director', reason: 'gone' }],
      others: [],
      endedOverrides: 0,
    });
  });

  it('tells channels that exist no more, and overrides that are over', async () => {
    const found = await grown();
    const { call } = found;
    const { Contacts } = await call('ListContacts', {});
    const alice = (Contacts as { Alias: string; ContactArn: string }[]).find(
      ({ Alias }) => Alias === 'alice',
    )?.ContactArn;
    const { ContactChannels } = await call('ListContactChannels', { ContactId: alice });
    const [gone] = (ContactChannels as { Name: string; ContactChannelArn: string }[]).filter(
      ({ Name }) => Name === 'Alice mail',
    );
    await call('DeleteContactChannel', { ContactChannelId: gone?.ContactChannelArn });
    const { Rotations } = await call('ListRotations', {});
    const [rotation] = Rotations as { RotationArn: string }[];
    const day = 86_400;
    // Of a day, so that what is written is the same whenever the test runs.
    const today = Math.floor(Date.now() / 1_000 / day) * day;
    for (const start of [today - 9 * day, today + 9 * day]) {
      await call('CreateRotationOverride', {
        RotationId: rotation?.RotationArn,
        NewContactIds: [alice],
        StartTime: start,
        EndTime: start + day,
      });
    }
    const { cwd, texts, result } = await imported(found);
    expect(result.stdout).toContain(
      '\nThe stages of alice name a channel that exists no more: a comment says where.\nLeft out: 1 override that ended.\n',
    );
    expect(texts['contacts.oncall']).toContain(`
  stage 10m <
    # A channel that exists no more stood here; AWS ignores it.
  >
`);
    expect(texts['rotations.oncall']?.match(/^ {2}override .* < @alice >$/gm)).toHaveLength(1);
    const planned = await oncall(['plan', 'acme', '--adopt', ...at(found)], { cwd });
    expect(planned.stdout).toContain('\nPlan: 5 to adopt.\n');

    await oncall(['apply', 'acme', '--adopt', '--yes', ...at(found)], { cwd });
    expect((await oncall(['plan', 'acme', ...at(found)], { cwd })).stdout).toContain(
      'Nothing to do',
    );
    const without = texts['rotations.oncall']?.replace(/^ {2}override .*\n/m, '') ?? '';
    write(cwd, { 'acme/rotations.oncall': without });
    const later = await oncall(['plan', 'acme', ...at(found)], { cwd });
    expect(later.stdout).toContain('no longer in the files; @alice until');
    expect(later.stdout).toContain('Plan: 1 to delete.');
    const drifted = await oncall(['drift', 'acme', ...at(found)], { cwd });
    expect(drifted.stdout).toContain('changed in the files');

    // Nothing but the journal says whose an override is.
    rmSync(join(cwd, 'acme/.oncall'), { recursive: true });
    const elsewhere = await oncall(['plan', 'acme', ...at(found)], { cwd });
    expect(elsewhere.stdout).toContain('made by hand; @alice until');
    expect(elsewhere.stdout).toContain('Nothing to do');
  });

  it('leaves alone what other projects own, and names it where it must', async () => {
    const found = await grown();
    const tag = async (alias: string, project: string) => {
      const ResourceARN = `arn:aws:ssm-contacts:us-east-2:111122223333:contact/${alias}`;
      await found.call('TagResource', {
        ResourceARN,
        Tags: [{ Key: 'oncall/project', Value: project }],
      });
    };
    await tag('alice', 'payments');
    const { texts, result } = await imported(found);
    expect(result.stdout).toContain('\nLeft out: 1 of the project payments.\n');
    expect(texts['externs.oncall']).toContain(
      '# Belongs to the project payments.\nextern contact alice "arn:',
    );
    expect(texts['contacts.oncall']).not.toContain('alice');

    await tag('bob_2', 'acme');
    const refused = await imported(found);
    expect(refused.result).toMatchObject({ code: 1, stdout: '' });
    expect(refused.result.stderr).toContain('holds things of a project acme already');
    expect(refused.texts).toEqual({});
    const taken = await imported(found, '--project', 'acme');
    expect(taken.texts['contacts.oncall']).toContain('contact bob_2');
    const part = await imported(found, '--project', 'acme', '--only', '@draft');
    expect(part.result).toMatchObject({ code: 1, stdout: '' });
    expect(part.result.stderr).toContain('contact bob_2: It is not asked for.');
    expect(part.texts).toEqual({});

    await tag('draft', 'acme');
    const lost = await imported(found, '--project', 'acme');
    expect(lost.result.code).toBe(1);
    expect(lost.result.stderr).toContain('plan draft: Plan draft pages nobody.');
    expect(lost.texts).toEqual({});
  });

  it.each([
    ['main.oncall', 'project x < >\n', 'main.oncall is in . already, and nothing was written'],
    ['deep/er/a.oncall', '', 'deep/er/a.oncall is in . already, and nothing was written'],
    ['oncall.env', 'A=b\n', 'oncall.env is in . already, and nothing was written'],
    ['.gitignore', 'dist\n', 'the .gitignore in . does not name oncall.env'],
  ])('overwrites nothing: %s', async (name, text, told) => {
    const found = await grown();
    const cwd = folder({ [name]: text });
    const result = await oncall(['import', ...at(found)], { cwd });
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain(told);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
    expect(readdirSync(cwd)).toEqual([name.split('/')[0]]);
  });

  it('writes beside what else is in a folder', async () => {
    const found = await grown();
    const cwd = folder({ '.gitignore': 'dist\noncall.env\n', 'README.md': 'Hello.\n' });
    const result = await oncall(['import', '--project', 'acme', ...at(found)], { cwd });
    expect(result).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toBe('dist\noncall.env\n');
    expect(readdirSync(cwd)).toEqual([
      '.gitignore',
      'README.md',
      'contacts.oncall',
      'externs.oncall',
      'oncall.env',
      'plans.oncall',
      'project.oncall',
      'rotations.oncall',
      'schedules.oncall',
      'templates.oncall',
    ]);
  });

  it.each([
    [['--only', 'alice'], 'error: --only takes @ALIAS, and not alice\n'],
    [['@alice'], 'error: @alice can stand behind --only alone\n'],
    [['--project', 'My team'], "error: --project can't be My team\n"],
    [['--addresses', 'inlin'], "error: --addresses can't be inlin\n"],
  ])('is called with %j in vain', async (words, told) => {
    const result = await oncall(['import', ...words], { cwd: folder() });
    expect(result).toMatchObject({ code: 64, stdout: '' });
    expect(result.stderr).toContain(told);
  });

  it('says what it did not find', async () => {
    const found = await grown();
    const unknown = await imported(found, '--only', '@alise');
    expect(unknown.result).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.result.stderr).toBe(
      'error: account 111122223333 has nothing with the alias alise in us-east-2\n  Did you mean @alice?\n',
    );
    const empty = await imported(await account());
    expect(empty.result).toMatchObject({ code: 1, stdout: '' });
    expect(empty.result.stderr).toContain('error: there is nothing to import from http://');
    expect(empty.texts).toEqual({});
  });

  it('tells the refusals of AWS as plan does, and writes nothing', async () => {
    const found = await grown();
    const { url } = await proxy(found.url, ({ operation }) =>
      operation === 'ListTagsForResource'
        ? refusal('AccessDeniedException', 'not authorized')
        : undefined,
    );
    const { result, texts } = await imported({ ...found, url });
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain('AWS refused ListTagsForResource');
    expect(result.stderr).toContain('Allow ssm-contacts:ListTagsForResource.');
    expect(texts).toEqual({});
  });
});
