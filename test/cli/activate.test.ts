import { describe, expect, it } from 'vitest';
import { demo } from '../docs/demo-project.ts';
import { oncall } from './oncall.ts';
import { proxy, refusal } from './proxy.ts';
import { codeFor, onTerminal, reached } from './reached.ts';

describe('oncall activate', () => {
  it('takes the code of one channel, and says so again', async () => {
    const { run, outbox } = await reached();
    const code = codeFor('alice.phone', await outbox());
    const done = {
      code: 0,
      stdout: '@alice.phone, voice +1******0100 is activated.\n',
      stderr: '',
    };
    expect(await run(`activate @alice.phone ${code}`)).toEqual(done);
    const again = await run(`activate @alice.phone ${code}`);
    expect(again.stdout).toMatch(/ is activated already\.\n$/);
    expect((await run('status --json')).stdout).toMatch(/"name": "phone"[^}]*"activated"/);
  });

  it('says what to do about a wrong code, and never repeats one', async () => {
    const { run, service, cwd } = await reached();
    const { code, stdout, stderr } = await run('activate @bob.phone 0000000000');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('AWS does not take this code for @bob.phone');
    expect(stderr).toMatch(/ --> main\.oncall:\d+:11\n/);
    expect(stderr).toContain('oncall activate --resend @bob.phone');
    expect(stderr).not.toContain('0000000000');

    for (const type of ['ValidationException', 'AccessDeniedException'] as const) {
      const { url } = await proxy(service.url, ({ operation }) =>
        operation === 'ActivateContactChannel'
          ? refusal(type, 'code 7654321 is wrong', {
              Fields: [{ Name: 'ActivationCode', Message: 'is 7654321' }],
            })
          : undefined,
      );
      const words = ['activate', '@bob.phone', '7654321', '--endpoint', url];
      const echoed = await oncall(words, { cwd });
      expect(echoed.code).toBe(1);
      expect(echoed.stderr).toContain('code ******* is wrong');
      expect(echoed.stdout + echoed.stderr).not.toContain('7654321');
    }
    for (const line of ['activate 7654321', 'activate @bob.phone 7654321 7654321 x']) {
      const wrong = await run(line);
      expect(wrong.code).toBe(64);
      expect(wrong.stderr).not.toContain('7654321');
    }
  });

  it('has a new code sent', async () => {
    const { run, outbox } = await reached();
    const before = codeFor('alice.mail', await outbox());
    const sent = (await outbox()).length;
    const { code, stdout } = await run('activate --resend @alice.mail');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        'A new code is on its way to @alice.mail, email a****@example.com. Codes sent before count no more.\n',
    });
    expect((await outbox()).length).toBe(sent + 1);
    const after = codeFor('alice.mail', await outbox());
    if (after !== before) expect((await run(`activate @alice.mail ${before}`)).code).toBe(1);
    expect((await run(`activate @alice.mail ${after}`)).code).toBe(0);
  });

  it('lists what is not activated where nobody can be asked', async () => {
    const { run, activate } = await reached();
    await activate('alice.phone', 'alice.mail', 'bob.phone');
    const { code, stdout, stderr } = await run('activate');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: '@bob.mail, email b**@example.com: not activated\n',
    });
    expect(stderr).toContain('@CONTACT.CHANNEL CODE');
    const { notActivated } = JSON.parse((await run('activate --json')).stdout);
    expect(notActivated).toEqual([
      {
        contact: 'bob',
        channel: 'mail',
        type: 'email',
        address: 'b**@example.com',
        deferred: false,
      },
    ]);
    await activate('bob.mail');
    expect(await run('activate')).toEqual({
      code: 0,
      stdout: 'All channels are activated.\n',
      stderr: '',
    });
  });

  it('offers the nearest channel, and knows what is not deployed', async () => {
    const { run } = await reached();
    const near = await run('activate @alice.fone 123456');
    expect({ code: near.code, stderr: near.stderr }).toEqual({
      code: 64,
      stderr: expect.stringContaining('Did you mean @alice.phone?'),
    });
    expect((await run('activate @alice.phone')).code).toBe(64);
  });

  it('asks on a terminal: codes, wrong ones, new ones, and what is skipped', async () => {
    const { cwd, service, outbox } = await reached(
      demo.replace('channel phone voice $BOB_PHONE', 'channel phone voice $BOB_PHONE deferred'),
    );
    const words = ['activate', '--endpoint', service.url];
    const { seen, code } = await onTerminal(words, cwd, [
      [/\[1\/4\] @alice\.phone, voice \+1\*{6}0100, code: $/, '12\r'],
      [/6 to 10 digits[\s\S]*code: $/, '999999999\r'],
      [
        /does not take this code[\s\S]*code: $/,
        async () => `${codeFor('alice.phone', await outbox())}\r`,
      ],
      [/Activated\.[\s\S]*@alice\.mail.* code: $/, '\r'],
      [/@bob\.phone.*deferred.* code: $/, 'r\r'],
      [/on its way[\s\S]*code: $/, async () => `${codeFor('bob.phone', await outbox())}\r`],
      [/@bob\.mail.* code: $/, '\r'],
    ]);
    expect(seen).toContain('2 of 4 channels activated.');
    expect(code).toBe(1);
  });
});
