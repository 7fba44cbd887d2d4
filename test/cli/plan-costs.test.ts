/** What a plan says that a change costs people, and what it leaves to them. */
import { describe, expect, it } from 'vitest';
import { acme } from './acme.ts';
import { deployed } from './deployed.ts';
import { oncall, write } from './oncall.ts';

async function planning() {
  const made = await deployed();
  const { cwd, words } = made;
  const planned = async (text: string) => {
    write(cwd, { 'main.oncall': text });
    return (await oncall(['plan', ...words], { cwd })).stdout;
  };
  const applied = async (text: string) => {
    write(cwd, { 'main.oncall': text });
    return oncall(['apply', '--yes', ...words], { cwd });
  };
  return { ...made, planned, applied };
}

/** As if each person had typed in the codes that were sent to them. */
async function activateAll({ url, call }: Awaited<ReturnType<typeof planning>>): Promise<void> {
  const outbox = (await (await fetch(`${url}/_oncall/outbox`)).json()) as {
    readonly messages: readonly { readonly channel?: string; readonly code?: string }[];
  };
  for (const { channel, code } of outbox.messages) {
    if (code === undefined) continue;
    await call('ActivateContactChannel', { ContactChannelId: channel, ActivationCode: code });
  }
}

describe('a plan', () => {
  it('says what a person has to activate anew', async () => {
    const { planned } = await planning();
    expect(
      await planned(acme.replace('phone voice "+12065550100"', 'phone sms "+12065550100"')),
    ).toContain(
      "type: voice → sms (a channel's type can't be changed in place; costs a new activation)\n",
    );
    expect(
      await planned(
        acme.replace(
          'contact alice "Alice Example" <',
          'contact alice "Alice Example" < alias "alice-e"',
        ),
      ),
    ).toContain(
      "alias: alice → alice-e (an alias can't be changed in place; costs a new activation of each channel)\n",
    );
  });

  it('says which activations are lost', async () => {
    const made = await planning();
    await activateAll(made);
    const { planned } = made;
    const withoutMail = acme
      .replace('  channel mail email $ALICE_MAIL\n', '')
      .replace('  stage 10m < notify mail >\n', '');
    expect(await planned(withoutMail)).toContain(
      'no longer in the files; email a****@example.com; its activation is lost\n',
    );
    expect(await planned(acme.slice(0, acme.indexOf('\ncontact')))).toContain(
      'no longer in the files; its 2 channels go with it, 2 activations are lost\n',
    );
  });

  it('takes overrides made by hand along to the rotation that replaces theirs', async () => {
    const { call, planned, applied } = await planning();
    const [rotation] = (await call('ListRotations', {}))['Rotations'] as { RotationArn: string }[];
    await call('CreateRotationOverride', {
      RotationId: rotation?.RotationArn,
      NewContactIds: [],
      StartTime: 1_802_000_000,
      EndTime: 1_802_010_000,
    });
    const renamed = acme.replace('"SRE primary"', '"SRE first"');
    const plan = await planned(renamed);
    expect(plan).toContain(
      `name: "SRE primary" → "SRE first" (a rotation's name can't be changed in place)\n`,
    );
    expect(plan).toContain(
      'override 2027-02-07T11:33:20Z  made by hand; made again on the new rotation\n',
    );
    expect((await applied(renamed)).code).toBe(0);
    const [made, ...others] = (await call('ListRotations', {}))['Rotations'] as {
      RotationArn: string;
      Name: string;
    }[];
    expect([made?.Name, others]).toEqual(['SRE first', []]);
    const { RotationOverrides } = await call('ListRotationOverrides', {
      RotationId: made?.RotationArn,
      StartTime: 0,
      EndTime: 4_000_000_000,
    });
    expect(RotationOverrides).toHaveLength(2);
    // It is still no work of ours: out of the files goes only what was in them.
    const without = renamed.replace(/ {2}override .*\n/, '');
    expect(await planned(without)).toContain(
      'k kept    override 2027-02-07T11:33:20Z  made by hand',
    );
  });
});
