import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../src/faults/fault-kinds.ts';
import { post, startTestService } from './service.ts';

const person = (Alias: string) => ({ Alias, Type: 'PERSONAL', Plan: { Stages: [] } });

/** A service where each call goes wrong so. */
async function wrong(kind: FaultKind, settings: { delay?: number; retryAfter?: number } = {}) {
  const lines: string[] = [];
  const service = await startTestService({
    faults: { shares: { [kind]: 1 }, ...settings },
    log: (line) => lines.push(line),
  });
  return { ...service, lines };
}

describe('a fault', () => {
  it('throttle asks to wait', async () => {
    const { url, lines } = await wrong('throttle', { retryAfter: 3 });
    expect(await post(url, 'CreateContact', person('a'))).toEqual({
      status: 400,
      body: { __type: 'ThrottlingException', Message: 'Rate exceeded', RetryAfterSeconds: 3 },
    });
    expect(lines).toEqual(['CreateContact 400 ThrottlingException (fault: throttle)']);
  });

  it('error is an InternalServerException', async () => {
    const { url } = await wrong('error');
    expect(await post(url, 'CreateContact', person('a'))).toMatchObject({
      status: 500,
      body: { __type: 'InternalServerException', RetryAfterSeconds: 1 },
    });
  });

  it('html is a page of a proxy', async () => {
    const { url } = await wrong('html');
    const response = await fetch(url, { method: 'POST', body: '{}' });
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain('502 Bad Gateway');
  });

  it.each([
    ['reset', false],
    ['lost-response', true],
  ] as const)('%s breaks the connection, with the write done: %s', async (kind, isDone) => {
    let runs = 0;
    const now = () => {
      runs += 1;
      return 0;
    };
    const lines: string[] = [];
    const service = await startTestService({
      now,
      faults: { shares: { [kind]: 1 } },
      log: (line) => lines.push(line),
    });
    const input = { ...person('a'), IdempotencyToken: 't' };
    await expect(post(service.url, 'CreateContact', input)).rejects.toMatchObject({
      cause: { code: 'ECONNRESET' },
    });
    expect(runs > 0).toBe(isDone);
    expect(lines).toEqual([`CreateContact reset (fault: ${kind})`]);
  });

  it('slow answers late, and does not hold up others or the end', async () => {
    const { url } = await wrong('slow', { delay: 0.3 });
    const started = performance.now();
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((alias) => post(url, 'CreateContact', person(alias))),
    );
    const took = performance.now() - started;
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(took).toBeGreaterThan(290);
    expect(took).toBeLessThan(850);

    const forever = await wrong('slow', { delay: 60 });
    const call = post(forever.url, 'CreateContact', person('a')).catch(() => 'cut');
    await new Promise((ended) => setTimeout(ended, 100));
    await forever.close();
    expect(await call).toBe('cut');
  });
});

it('befalls the calls that its seed says, and leaves the others alone', async () => {
  const run = async () => {
    const { url } = await startTestService({
      faults: { shares: { throttle: 0.3, 'lost-response': 0.2 }, seed: 7 },
    });
    const found: (number | string)[] = [];
    for (let index = 0; index < 40; index += 1) {
      const call = post(url, 'CreateContact', person(`c${index}`));
      found.push(await call.then(({ status }) => status).catch(() => 'cut'));
    }
    return found;
  };
  const first = await run();
  expect(new Set(first)).toEqual(new Set([200, 400, 'cut']));
  expect(await run()).toEqual(first);
});
