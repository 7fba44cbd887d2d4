import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { leftBehind } from '../../src/node/left-behind.ts';

it('frees what is left behind, when it is much', async () => {
  const leave = leftBehind();
  const text = new WeakRef({ length: 40_000_000 });
  await setImmediate();
  leave(40_000_000);
  await setImmediate();
  expect(text.deref()).toBeDefined();
  await setImmediate();
  leave(40_000_000);
  await setImmediate();
  await setImmediate();
  expect(text.deref()).toBeUndefined();
});
