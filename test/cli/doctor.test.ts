import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { demo, demoValues } from '../docs/demo-project.ts';
import { account } from './account.ts';
import { folder, oncall, type Result, write } from './oncall.ts';
import { proxy, refusal } from './proxy.ts';

const files = { 'main.oncall': demo, 'oncall.env': demoValues };

/** `name result`, and what is said of it. */
function checksOf({ stdout }: Result): Readonly<Record<string, string>> {
  const { checks } = JSON.parse(stdout) as {
    checks: { name: string; result: string; says: string; help: string | null }[];
  };
  return Object.fromEntries(
    checks.map(({ name, result, says, help }) => [
      name,
      `${result}: ${says}${help === null ? '' : ` (${help})`}`,
    ]),
  );
}

async function doctor(url: string, cwd = folder(files), env: NodeJS.ProcessEnv = {}) {
  const result = await oncall(['doctor', '--json', '--endpoint', url], { cwd, env });
  return { code: result.code, checks: checksOf(result) };
}

describe('oncall doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { url } = await account();
    const { code, checks } = await doctor(url);
    expect(code).toBe(0);
    expect(checks).toMatchObject({
      Node: expect.stringContaining(`ok: ${process.versions.node} `),
      'time zones': expect.stringMatching(/^ok: data of 20\d\d/),
      project: 'ok: demo in .',
      variables: 'ok: 2 variables, all set',
      'state folder': expect.stringContaining('ok: .oncall'),
      clock: "ok: as the service's",
      guard: 'ok: account 111122223333 in us-east-2, as project says',
      'may read': expect.stringContaining('ok: ssm-contacts: ListContacts'),
      'may write': expect.stringMatching(/^skipped: .*CreateContact.*AssociateContact/),
    });
    const told = await oncall(['doctor', '--endpoint', url], { cwd: folder(files) });
    expect(told.code).toBe(0);
    expect(told.stdout).toMatch(/^ok {7}guard .*\n[\s\S]*Nothing failed\.\n$/m);
  });

  it('tells what the files lack, and goes on without any', async () => {
    const { url } = await account();
    const cwd = folder({ 'main.oncall': demo.replace('notify @alice', 'notify @alise') });
    write(cwd, { '.oncall/journal': '' });
    const { code, checks } = await doctor(url, cwd);
    expect(code).toBe(1);
    expect(checks).toMatchObject({
      project: 'failed: 1 error in . (Run oncall lint: it tells what is wrong.)',
      variables: expect.stringMatching(/^failed: not set: ALICE_PHONE, BOB_PHONE /),
      'state folder': expect.stringMatching(/^warning: .*git/),
    });
    const words = ['doctor', '--json', '--endpoint', url, '--region', 'us-east-2'];
    const none = await oncall(words, { cwd: folder() });
    expect(none.code).toBe(0);
    expect(checksOf(none)).toMatchObject({ project: expect.stringMatching(/^skipped: /) });
    expect((await oncall(['doctor', 'nowhere'], { cwd })).code).toBe(66);
  });

  it('tells another account, an unset replication set and missing permissions', async () => {
    const service = await account();
    await service.call('CreateContact', { Alias: 'x', Type: 'PERSONAL', Plan: { Stages: [] } });
    const other = folder({ ...files, 'main.oncall': demo.replace('111122223333', '444455556666') });
    expect((await doctor(service.url, other)).checks).toMatchObject({
      guard: expect.stringContaining('failed: the project is for account 444455556666'),
    });

    const message = 'Invalid value provided - Account not found for the request';
    const bare = await proxy(service.url, () => refusal('ValidationException', message));
    const unset = await doctor(bare.url);
    expect(unset.code).toBe(1);
    expect(unset.checks['service']).toMatch(/^failed: .*there is no replication set/);

    const strict = await proxy(service.url, ({ operation }) =>
      ['ListContactChannels', 'ListPreviewRotationShifts'].includes(operation)
        ? refusal('AccessDeniedException', 'no')
        : undefined,
    );
    const { code, checks } = await doctor(strict.url);
    expect(code).toBe(1);
    expect(checks['may read']).toContain(
      'failed: missing: ssm-contacts: ListContactChannels, ListPreviewRotationShifts',
    );
    expect(strict.calls.filter(({ writes }) => writes)).toEqual([]);
  });

  it('tells credentials that are missing, and a service that is not there', async () => {
    const cwd = folder(files);
    const aws = await oncall(['doctor', '--json'], { cwd });
    expect(aws.code).toBe(1);
    expect(checksOf(aws)['credentials']).toMatch(/^failed: there are no AWS credentials \(Log in/);
    const gone = await doctor('http://127.0.0.1:9', cwd);
    expect(gone.code).toBe(1);
    expect(gone.checks['service']).toMatch(/^failed: .*can't be reached/);
  });

  it('tells a clock that is wrong', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('date', new Date(Date.now() + 600_000).toUTCString());
      response.end('{}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { code, checks } = await doctor(`http://127.0.0.1:${port}`);
    expect(code).toBe(1);
    expect(checks['clock']).toMatch(
      /^failed: (599|600|601) s behind the service's \(Set the clock/,
    );
  });
});
