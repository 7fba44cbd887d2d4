import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Account, account } from './account.ts';
import { acme, addresses, variables } from './acme.ts';
import { folder, oncall, write } from './oncall.ts';
import { type Fault, proxy, refusal } from './proxy.ts';

async function scene(): Promise<{ cwd: string; service: Account }> {
  const service = await account();
  await service.call('CreateContact', {
    Alias: 'director',
    Type: 'PERSONAL',
    Plan: { Stages: [] },
  });
  return { cwd: folder({ 'main.oncall': acme, 'oncall.env': variables }), service };
}

const apply = (url: string) => ['apply', '--yes', '--endpoint', url];

/** What an undisturbed apply makes. */
async function expected(): Promise<string> {
  const { cwd, service } = await scene();
  expect((await oncall(apply(service.url), { cwd })).code).toBe(0);
  return service.contents();
}

describe('an apply that is killed', () => {
  it.each(['before', 'after'] as const)(
    'at any call, %s it is done, is finished by the next: nothing twice',
    { timeout: 300_000 },
    async (when) => {
      const wanted = await expected();
      for (let index = 0, killed = true; killed; index += 1) {
        const { cwd, service } = await scene();
        killed = false;
        let kill = () => {};
        let writes = 0;
        const strike = (call: { writes: boolean }) => {
          if (!call.writes) return undefined;
          writes += 1;
          if (writes - 1 !== index) return undefined;
          killed = true;
          kill();
          return 'reset' as const;
        };
        const { url } =
          when === 'before'
            ? await proxy(service.url, strike)
            : await proxy(
                service.url,
                () => undefined,
                (call) => void strike(call),
              );
        await oncall(apply(url), {
          cwd,
          onStart: (child) => {
            kill = () => child.kill('SIGKILL');
          },
        });
        const second = await oncall(apply(service.url), { cwd });
        expect(second.code, second.stderr).toBe(0);
        expect(await service.contents()).toBe(wanted);
        const third = await oncall(['plan', '--detailed-exitcode', '--endpoint', service.url], {
          cwd,
        });
        expect(third.code).toBe(0);
        if (!killed) expect(index).toBeGreaterThan(10);
      }
    },
  );
});

describe('an apply over a bad network', () => {
  it.each<[string, Fault]>([
    ['throttled', refusal('ThrottlingException', 'slow down')],
    ['failing', refusal('InternalServerException', 'oops', {}, 500)],
    ['behind a proxy that fails', { status: 502, body: '<html>', type: 'text/html' }],
    ['cut before each call', 'reset'],
    ['cut after each call', 'lost'],
  ])('%s, ends in the same state', async (_name, fault) => {
    const { cwd, service } = await scene();
    const seen = new Set<string>();
    const { url } = await proxy(service.url, ({ operation, input }) => {
      const call = operation + JSON.stringify(input);
      if (seen.has(call)) return undefined;
      seen.add(call);
      return fault;
    });
    const { code, stderr } = await oncall(apply(url), { cwd });
    expect(code, stderr).toBe(0);
    expect(await service.contents()).toBe(await expected());
    write(cwd, { 'main.oncall': acme.slice(0, acme.indexOf('\ncontact')) });
    const removed = await oncall(apply(url), { cwd });
    expect(removed.code, removed.stderr).toBe(0);
    expect((await service.contents()).split('\n')).toEqual([
      expect.stringContaining('"Alias":"director"'),
    ]);
  });
});

describe('a refusal by AWS', () => {
  it.each<[string, string, Fault, string, RegExp]>([
    [
      'AccessDeniedException',
      'CreateContact',
      refusal('AccessDeniedException', 'not authorized for +12065550100'),
      'main.oncall:7:9',
      /AssociateContact/,
    ],
    [
      'ConflictException',
      'CreateContactChannel',
      refusal('ConflictException', 'taken', { ResourceId: 'x', ResourceType: 'CONTACT_CHANNEL' }),
      'main.oncall:8:11',
      /exists already/,
    ],
    [
      'ServiceQuotaExceededException',
      'CreateRotation',
      refusal('ServiceQuotaExceededException', 'many', { QuotaCode: 'L-1', ServiceCode: 's' }),
      'main.oncall:19:10',
      /quota L-1/,
    ],
    [
      'ValidationException',
      'UpdateContact',
      refusal('ValidationException', 'bad', {
        Reason: 'FIELD_VALIDATION_FAILED',
        Fields: [{ Name: 'plan.stages[1].durationInMinutes', Message: 'no' }],
      }),
      'main.oncall:11:9',
      /durationInMinutes: no/,
    ],
    [
      'DataEncryptionException',
      'CreateRotationOverride',
      refusal('DataEncryptionException', 'key'),
      'main.oncall:25:3',
      /KMS key/,
    ],
    [
      'ResourceNotFoundException',
      'CreateContact',
      refusal('ResourceNotFoundException', 'gone', { ResourceId: 'x', ResourceType: 'CONTACT' }),
      'main.oncall:7:9',
      /does not exist/,
    ],
  ])(
    '%s of %s ends at its line, with cause and remedy',
    async (code, operation, fault, place, text) => {
      const { cwd, service } = await scene();
      const { url } = await proxy(service.url, (call) =>
        call.operation === operation ? fault : undefined,
      );
      const result = await oncall(apply(url), { cwd });
      expect(result.code).toBe(operation === 'CreateContact' ? 1 : 75);
      expect(result.stderr).toContain(`error[${code}]: AWS refused ${operation} for `);
      expect(result.stderr).toContain(` --> ${place}\n`);
      expect(result.stderr).toMatch(/ {2}cause: .+\n {2}help: .+\n/);
      expect(result.stderr).toMatch(text);
      expect(result.stdout).toMatch(/\nDone: \d+ of 11 steps\.\nNot done:\n {2}/);
      expect(result.stdout).toContain('Run oncall apply again');
      for (const address of addresses) expect(result.stdout + result.stderr).not.toContain(address);
    },
  );

  it('while reading is told without a line, and nothing is written', async () => {
    const { cwd, service } = await scene();
    const message = 'Invalid value provided - Account not found for the request';
    const { url, calls } = await proxy(service.url, () => refusal('ValidationException', message));
    const { code, stdout, stderr } = await oncall(apply(url), { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('there is no replication set');
    expect(calls.some(({ writes }) => writes)).toBe(false);
  });
});

describe('an interrupt', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s finishes the call under way', async (signal) => {
    const { cwd, service } = await scene();
    let interrupt = () => {};
    const { url, calls } = await proxy(service.url, async ({ operation }) => {
      if (operation === 'CreateRotation') interrupt();
      await sleep(200);
      return undefined;
    });
    const { code, stdout, stderr } = await oncall(apply(url), {
      cwd,
      onStart: (child) => {
        interrupt = () => child.kill(signal);
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain('what is under way is finished first');
    expect(stdout).toContain('Done: 8 of 11 steps.');
    expect(stdout).toContain('Interrupted before: create override/primary/2027-02-01T09:00.');
    expect(calls.at(-1)?.operation).toBe('CreateRotation');
    expect((await oncall(apply(service.url), { cwd })).code).toBe(0);
    expect(await service.contents()).toBe(await expected());
  });

  it('while it waits to try again ends the waiting', async () => {
    const { cwd, service } = await scene();
    let interrupt = () => {};
    const { url } = await proxy(service.url, ({ operation }) => {
      if (operation !== 'CreateRotation') return undefined;
      setTimeout(interrupt, 100);
      return refusal('ThrottlingException', 'slow down', { RetryAfterSeconds: 60 });
    });
    const started = Date.now();
    const { code } = await oncall(apply(url), {
      cwd,
      onStart: (child) => {
        interrupt = () => child.kill('SIGINT');
      },
    });
    expect(code).toBe(130);
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});
