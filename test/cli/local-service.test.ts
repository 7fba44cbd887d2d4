import type { ChildProcess } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acme, addresses, variables } from './acme.ts';
import { folder, listening, oncall, start } from './oncall.ts';

/** A service as a process, with where it listens and what it has told so far. */
async function serve(...options: string[]): Promise<{ url: string; log: () => string }> {
  const words = ['local-service', '--account', '111122223333', '--region', 'us-east-2'];
  const child: ChildProcess = start([...words, ...options]);
  onTestFinished(() => void child.kill());
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    log += text;
  });
  return { url: await listening(child), log: () => log };
}

const project = () =>
  folder({
    'main.oncall': acme.replace(/^ {2}stage 0m.*director.*\n/m, ''),
    'oncall.env': variables,
  });

describe('oncall local-service --fault', () => {
  it('lets calls fail, which apply gets over', { timeout: 120_000 }, async () => {
    const faults = 'throttle=0.1,error=0.1,html=0.05,reset=0.05,lost-response=0.1,slow=0.05';
    const { url, log } = await serve('--fault', `${faults},seed=7,retry-after=0,delay=0.1`);
    const cwd = project();
    const applied = await oncall(['apply', '--yes', '--endpoint', url], { cwd });
    expect(applied.code, applied.stderr).toBe(0);
    expect(log()).toMatch(/\(fault: \w/);
    for (const address of addresses) expect(log()).not.toContain(address);
    const planned = await oncall(['plan', '--detailed-exitcode', '--endpoint', url], { cwd });
    expect(planned.code, planned.stdout).toBe(0);
  });

  it('says which faults there are', async () => {
    const { code, stderr } = await oncall(['local-service', '--fault', 'lost-answer=0.2']);
    expect(code).toBe(64);
    expect(stderr).toContain('--fault: there is no fault "lost-answer"');
    expect(stderr).toMatch(/throttle +ThrottlingException.*\n.*error +Internal/);
    expect(stderr).toMatch(/\n +seed=N /);
  });
});

describe('oncall local-service --credentials', () => {
  it('serves who signs with them, and no other', { timeout: 60_000 }, async () => {
    const { url, log } = await serve('--credentials', 'AKIDEXAMPLE:wJalr/XUtn:FEMI');
    const cwd = project();
    const plan = (id: string, secret: string) =>
      oncall(['plan', '--endpoint', url], {
        cwd,
        env: { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret },
      });
    const good = await plan('AKIDEXAMPLE', 'wJalr/XUtn:FEMI');
    expect(good.code, good.stderr).toBe(0);
    const unknown = await plan('AKIDOTHER', 'wJalr/XUtn:FEMI');
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('UnrecognizedClientException');
    const wrong = await plan('AKIDEXAMPLE', 'secret');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('InvalidSignatureException');
    expect(log() + unknown.stderr + wrong.stderr).not.toContain('wJalr');
  });

  it.each(['AKIDEXAMPLE', 'AKIDEXAMPLE:', ':secret-word', 'a b:secret-word'])(
    'refuses %j, and does not repeat it',
    async (written) => {
      const { code, stderr } = await oncall(['local-service', '--credentials', written]);
      expect(code).toBe(64);
      expect(stderr).toContain('--credentials takes ID:SECRET');
      expect(stderr).not.toContain('secret-word');
    },
  );
});

describe('oncall local-service --host', () => {
  it('listens on loopback, or where it is told to', async () => {
    expect((await serve()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await serve('--host', '0.0.0.0')).url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
  });
});

describe('oncall local-service --clock', () => {
  it('stands where it is told to, and says codes in the log without addresses', async () => {
    const { url, log } = await serve('--clock', '2026-12-07T03:00:00Z');
    const clock = await (await fetch(`${url}/_oncall/clock`)).json();
    expect(clock).toEqual({ now: '2026-12-07T03:00:00.000Z', stands: true });
    const applied = await oncall(['apply', '--yes', '--endpoint', url], { cwd: project() });
    expect(applied.code, applied.stderr).toBe(0);
    expect(log()).toMatch(/^to \S+, .* \((?:SMS|VOICE|EMAIL)\): activation code \d{6}$/m);
    for (const address of addresses) expect(log()).not.toContain(address);
  });

  it('refuses what is no time', async () => {
    const { code, stderr } = await oncall(['local-service', '--clock', 'tomorrow']);
    expect(code).toBe(64);
    expect(stderr).toContain("--clock can't be");
  });
});
