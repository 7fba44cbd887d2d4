/** What a service that starts again on the same folder goes on with. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPagingService } from './paging-service.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'local-service-'));
});

afterEach(() => rmSync(root, { recursive: true }));

it('engagements go on, and the clock stands where it was moved to', async () => {
  const dataDir = join(root, 'data');
  const first = await startPagingService({ dataDir });
  const [alice, bob] = [await first.reachable('alice'), await first.reachable('bob')];
  const plan = await first.plan('plan', [
    [10, alice],
    [10, bob],
  ]);
  const engagement = await first.start(plan);
  await first.advance(6);
  await first.accept(engagement, 0);
  const sent = await first.outbox();
  // What a killed process leaves: the files as they are at this moment.
  const image = join(root, 'image');
  cpSync(dataDir, image, { recursive: true });
  rmSync(join(image, `process-${process.pid}.lock`), { force: true });
  await first.close();

  const again = await startPagingService({ dataDir: image });
  expect((await again.control('clock')).body).toMatchObject({ now: '2026-03-02T03:06:00.000Z' });
  expect(await again.outbox()).toEqual(sent);
  await again.advance(30);
  expect(await again.paged(engagement)).toEqual(['alice 0', 'alice 5', 'bob 10', 'bob 15']);
});

it('a clock given anew counts where it is later', async () => {
  const first = await startPagingService({ dataDir: root });
  await first.advance(6);
  await first.close();
  for (const [given, now] of [
    ['2026-03-02T02:00:00Z', '2026-03-02T03:06:00.000Z'],
    ['2026-03-02T04:00:00Z', '2026-03-02T04:00:00.000Z'],
  ] as const) {
    const again = await startPagingService({ dataDir: root, clock: Date.parse(given) });
    expect((await again.control('clock')).body).toMatchObject({ now });
    await again.close();
  }
});
