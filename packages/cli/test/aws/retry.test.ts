import { describe, expect, it } from 'vitest';
import { retrying, type Verdict } from '../../src/aws/retry.ts';

/** Fails so many times, then answers; tells how often it was called and how long it was waited. */
async function attempt(failures: number, verdict: Verdict, options = {}) {
  const waits: number[] = [];
  let calls = 0;
  const call = async () => {
    calls += 1;
    if (calls <= failures) throw new Error('not yet');
    return 'answer';
  };
  const wait = async (milliseconds: number) => waits.push(milliseconds);
  const settings = { firstDelay: 100, longestDelay: 1000, random: () => 1, wait, ...options };
  const result = await retrying(call, () => verdict, settings).catch(
    (error: Error) => error.message,
  );
  return { result, calls, waits };
}

describe('retrying', () => {
  it('waits longer each time, up to a limit', async () => {
    expect(await attempt(6, { retry: true })).toEqual({
      result: 'answer',
      calls: 7,
      waits: [100, 200, 400, 800, 1000, 1000],
    });
  });

  it('waits half of it at least', async () => {
    expect((await attempt(2, { retry: true }, { random: () => 0 })).waits).toEqual([50, 100]);
  });

  it('waits as long as the service asks', async () => {
    expect((await attempt(1, { retry: true, afterSeconds: 7 })).waits).toEqual([7000]);
  });

  it('gives up after eight attempts, or as many as the verdict allows', async () => {
    expect(await attempt(99, { retry: true })).toMatchObject({ result: 'not yet', calls: 8 });
    expect(await attempt(99, { retry: true, attempts: 3 })).toMatchObject({ calls: 3 });
  });

  it('does not repeat what will not pass', async () => {
    expect(await attempt(1, { retry: false })).toMatchObject({ result: 'not yet', calls: 1 });
  });
});
