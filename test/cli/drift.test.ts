import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acme, addresses } from './acme.ts';
import { deployed } from './deployed.ts';
import { oncall, write } from './oncall.ts';
import { proxy } from './proxy.ts';

const contact = (alias: string) => `arn:aws:ssm-contacts:us-east-2:111122223333:contact/${alias}`;

async function drifting() {
  const made = await deployed();
  const { cwd, words } = made;
  const drift = (...more: string[]) => oncall(['drift', ...words, ...more], { cwd });
  return { ...made, drift };
}

describe('oncall drift', () => {
  it('tells who changed what, and writes nothing', async () => {
    const { cwd, call, contents, drift } = await drifting();
    const none = await drift();
    expect(none).toMatchObject({ code: 0, stderr: '' });
    expect(none.stdout).toContain('\nNo drift: the account is as the files say.\n');

    await call('UpdateContact', { ContactId: contact('alice'), DisplayName: 'Somebody' });
    await call('UpdateContact', { ContactId: contact('sre'), DisplayName: 'Plan of theirs' });
    write(cwd, {
      'main.oncall': acme
        .replace('plan sre "SRE"', 'plan sre "Plan of ours"')
        .replace('weekly mon 09:00', 'weekly tue 09:00'),
    });
    const before = await contents();
    const journal = () => readdirSync(join(cwd, '.oncall'), { recursive: true });
    const files = journal();
    const { code, stdout, stderr } = await drift();
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout.slice(stdout.indexOf('\n') + 1)).toBe(`
CHANGED IN THE ACCOUNT since it was last seen from here; apply takes it back:

contact alice "Alice Example"
    ~ update  contact
              display name: "Somebody" → "Alice Example"

CHANGED IN THE FILES; apply makes it so:

rotation primary "SRE primary"
    ~ update  rotation
              hand-off: weekly mon 09:00 → weekly tue 09:00

CHANGED ON BOTH SIDES; apply takes what the files say:

plan sre "Plan of ours"
    ~ update  plan
              display name: "Plan of theirs" → "Plan of ours"

Drift: 1 changed in the account, 1 changed in the files, 1 changed on both sides.
`);
    for (const address of addresses) expect(stdout).not.toContain(address);
    expect(await contents()).toBe(before);
    expect(journal()).toEqual(files);

    const json = JSON.parse((await drift('--format', 'json')).stdout);
    expect(json).toMatchObject({
      project: 'acme',
      account: '111122223333',
      drift: [
        { changed: 'account', id: 'contact/alice', action: 'update', source: { line: 7 } },
        { changed: 'files', id: 'rotation/primary' },
        { changed: 'both', id: 'plan/sre' },
      ],
      summary: { account: 1, files: 1, both: 1, hand: 0, unknown: 0 },
    });
  });

  it('knows nobody to blame without a journal, as in a fresh clone', async () => {
    const { cwd, call, drift } = await drifting();
    rmSync(join(cwd, '.oncall'), { recursive: true });
    await call('UpdateContact', { ContactId: contact('alice'), DisplayName: 'Somebody' });
    const { code, stdout } = await drift();
    expect(code).toBe(2);
    expect(stdout).toContain('DIFFERENT, and it is not known who changed it');
    // Without the journal the override in the files is nobody's, but it is the same.
    expect(stdout).toContain('Drift: 1 not known who.\n');
  });

  it('lists overrides that people made by hand, which are no drift', async () => {
    const { call, drift } = await drifting();
    const [rotation] = (await call('ListRotations', {}))['Rotations'] as { RotationArn: string }[];
    await call('CreateRotationOverride', {
      RotationId: rotation?.RotationArn,
      NewContactIds: [],
      StartTime: 1_802_000_000,
      EndTime: 1_802_010_000,
    });
    const { code, stdout } = await drift();
    expect(code).toBe(0);
    expect(stdout).toContain('MADE BY HAND, and left alone:');
    expect(stdout).toContain('k kept    override 2027-02-07T11:33:20Z  made by hand; nobody');
    expect(stdout).toContain('No drift');
  });

  it('sees tags that others took off or put on', async () => {
    const { call, drift } = await drifting();
    const tag = { ResourceARN: contact('alice'), Tags: [{ Key: 'team', Value: 'other' }] };
    await call('TagResource', tag);
    const changed = await drift();
    expect(changed.stdout).toContain('tag team: "other" → "sre"\n');
    expect(changed.stdout).toContain('Drift: 1 changed in the account.\n');
    await call('UntagResource', { ResourceARN: contact('sre'), TagKeys: ['oncall/project'] });
    const untagged = await drift();
    expect(untagged.code).toBe(2);
    expect(untagged.stdout).toContain('--adopt takes it over');
    expect(untagged.stdout).toContain('Drift: 2 changed in the account.\n');
  });

  it('makes no call that writes', async () => {
    const { cwd, url, call } = await drifting();
    await call('UpdateContact', { ContactId: contact('alice'), DisplayName: 'Somebody' });
    const between = await proxy(url, () => undefined);
    const { code } = await oncall(['drift', '--endpoint', between.url], { cwd });
    expect(code).toBe(2);
    expect(between.calls.filter(({ writes }) => writes)).toEqual([]);
  });
});
