import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/aws/gate.ts';

/** A gate on a clock of its own, calls that last until they are let go, and how many are under way. */
function scene(most: number) {
  let time = 1000;
  const waits: number[] = [];
  const gate = createGate(most, {
    now: () => time,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  });
  const endings: (() => void)[] = [];
  let under = 0;
  const call = () =>
    gate.pass(async () => {
      under += 1;
      await new Promise<void>((end) => endings.push(end));
      under -= 1;
    });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    gate,
    waits,
    begin: async (count: number) => {
      for (let index = 0; index < count; index += 1) void call();
      await settle();
    },
    end: async (count: number) => {
      for (const end of endings.splice(0, count)) end();
      await settle();
    },
    under: () => under,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('createGate', () => {
  it('lets so many in at a time', async () => {
    const { begin, end, under } = scene(3);
    await begin(5);
    expect(under()).toBe(3);
    await end(1);
    expect(under()).toBe(3);
    await end(3);
    expect(under()).toBe(1);
  });

  it('lets the next in where a call fails', async () => {
    const { gate } = scene(1);
    await expect(gate.pass(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.pass(async () => 'in')).toBe('in');
  });

  it('halves under throttling, once for all that come at one time, down to one', async () => {
    const { gate, begin, end, under, pass } = scene(8);
    for (let index = 0; index < 5; index += 1) gate.throttled(undefined);
    await begin(20);
    expect(under()).toBe(4);
    for (let index = 0; index < 5; index += 1) {
      pass(1000);
      gate.throttled(undefined);
    }
    await end(3);
    expect(under()).toBe(1);
  });

  it('grows again with what goes well, up to where it was', async () => {
    const { gate, begin, end, under } = scene(4);
    gate.throttled(undefined);
    await begin(100);
    expect(under()).toBe(2);
    for (let index = 0; index < 20; index += 1) await end(1);
    expect(under()).toBe(4);
    for (let index = 0; index < 40; index += 1) await end(1);
    expect(under()).toBe(4);
  });

  it('holds new calls back for as long as the service asks', async () => {
    const { gate, begin, waits, under } = scene(4);
    gate.throttled(3);
    await begin(1);
    expect(waits).toEqual([3000]);
    expect(under()).toBe(1);
  });
});
