import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { post, startTestService } from './service.ts';

// A process of its own needs compiled code: from today's sources, not from a build that may be old.
const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(packageFolder, 'node_modules/.cache/service');
const script = join(compiled, 'serve.mjs');

beforeAll(() => {
  const tsc = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const options = ['--composite', 'false', '--declaration', 'false', '--declarationMap', 'false'];
  const project = ['-p', packageFolder, '--outDir', compiled];
  execFileSync(process.execPath, [tsc, ...project, ...options], { stdio: 'inherit' });
  writeFileSync(join(compiled, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    script,
    `import { startLocalService } from './index.js';
     try {
       const { url } = await startLocalService({ dataDir: process.argv[2] });
       console.log(url);
     } catch (error) {
       console.log(error.constructor.name + ': ' + error.message);
     }`,
  );
}, 60_000);

afterAll(() => rmSync(compiled, { recursive: true, force: true }));

const children = new Set<ChildProcess>();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-service-'));
});

afterEach(async () => {
  for (const child of children) await kill(child);
  rmSync(folder, { recursive: true });
});

/** Starts a service on the folder in a process of its own; `said` is its URL or its error. */
async function startProcess(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const [chunk] = await once(child.stdout, 'data');
  return { child, said: String(chunk).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a service in a folder', () => {
  it('loses no acknowledged write when it is killed while writes go on', async () => {
    const acknowledged = new Map<string, number>();
    const sent = new Map<string, number>();
    let number = 0;

    /** Makes a contact with a number of tags and as many channels, until the service is gone. */
    async function write(url: string): Promise<void> {
      for (;;) {
        number += 1;
        const Alias = `c${number}`;
        const tags = number % 5;
        sent.set(Alias, tags);
        const answer = await post(url, 'CreateContact', {
          Alias,
          Type: 'PERSONAL',
          Plan: { Stages: [] },
          Tags: Array.from({ length: tags }, (_, index) => ({ Key: `k${index}`, Value: 'v' })),
        });
        expect(answer.status).toBe(200);
        acknowledged.set(Alias, tags);
      }
    }

    for (let round = 0; round < 5; round++) {
      const { child, said } = await startProcess();
      const before = acknowledged.size;
      const writers = Array.from({ length: 8 }, () => write(said).catch(() => {}));
      while (acknowledged.size < before + 20 + 13 * round) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await kill(child);
      await Promise.all(writers);
    }

    const service = await startTestService({ dataDir: folder });
    const found = new Map<string, number>();
    const { Contacts = [] } = await service.call('ListContacts', { MaxResults: 1024 });
    for (const { Alias, ContactArn } of Contacts) {
      const { Tags } = await service.call('ListTagsForResource', { ResourceARN: ContactArn });
      found.set(Alias, Tags?.length ?? -1);
    }
    expect(acknowledged.size).toBeGreaterThan(100);
    for (const [alias, tags] of acknowledged)
      expect([alias, found.get(alias)]).toEqual([alias, tags]);
    // What was not acknowledged is there whole or not at all.
    for (const [alias, tags] of found) expect([alias, sent.get(alias)]).toEqual([alias, tags]);
  });

  it('has it alone: a second process is told so, and the first goes on', async () => {
    const first = await startProcess();
    const second = await startProcess();
    expect(second.said).toBe(
      `FolderInUse: The data folder ${folder} is in use by process ${first.child.pid}. ` +
        'Stop it, or use another folder.',
    );
    await expect(startTestService({ dataDir: folder })).rejects.toThrow('is in use by process');
    expect((await post(first.said, 'ListContacts', {})).status).toBe(200);

    await kill(first.child);
    const service = await startTestService({ dataDir: folder });
    await service.person('alice');
  });

  it('has it alone among many that start at once', async () => {
    const started = await Promise.all(Array.from({ length: 5 }, () => startProcess()));
    const urls = started.map(({ said }) => said).filter((said) => said.startsWith('http'));
    expect(urls.length).toBeLessThanOrEqual(1);
    for (const { child } of started) await kill(child);
    expect((await startProcess()).said).toMatch(/^http/);
  });

  it('leaves nothing but the database when it closes, and goes on where it was', async () => {
    const service = await startTestService({ dataDir: folder });
    const alice = await service.person('alice');
    await service.close();
    await service.close();
    expect(readdirSync(folder)).toEqual(['111122223333-us-east-1.sqlite']);
    const again = await startTestService({ dataDir: folder });
    expect((await again.call('GetContact', { ContactId: alice })).Alias).toBe('alice');
  });

  it('frees the folder when its port is taken', async () => {
    const { url } = await startTestService();
    const port = Number(new URL(url).port);
    await expect(startTestService({ dataDir: folder, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    expect(readdirSync(folder)).toEqual(['111122223333-us-east-1.sqlite']);
  });
});

describe('a service in memory', () => {
  it('has a state of its own', async () => {
    const [one, two] = [await startTestService(), await startTestService()];
    await one.person('alice');
    expect(await two.call('ListContacts', {})).toEqual({ Contacts: [] });
  });

  it('listens on loopback, on the port asked for', async () => {
    const { url } = await startTestService();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
