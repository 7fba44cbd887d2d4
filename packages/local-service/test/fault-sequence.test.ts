import { expect, it } from 'vitest';
import type { Faults } from '../src/faults/fault-kinds.ts';
import { faultSequence } from '../src/faults/fault-sequence.ts';

function take(faults: Faults, count: number): readonly (string | undefined)[] {
  const next = faultSequence(faults);
  return Array.from({ length: count }, next);
}

const shares = { throttle: 0.2, reset: 0.05, 'lost-response': 0.1 };

it('is the same for a seed, and another for another', () => {
  expect(take({ shares, seed: 7 }, 200)).toEqual(take({ shares, seed: 7 }, 200));
  expect(take({ shares, seed: 7 }, 200)).not.toEqual(take({ shares, seed: 8 }, 200));
  expect(take({ shares }, 200)).toEqual(take({ shares, seed: 1 }, 200));
});

it('has the shares that are asked for', () => {
  const faults = take({ shares, seed: 3 }, 20_000);
  const share = (kind: string | undefined) =>
    faults.filter((fault) => fault === kind).length / faults.length;
  expect(share('throttle')).toBeCloseTo(0.2, 1.5);
  expect(share('reset')).toBeCloseTo(0.05, 1.5);
  expect(share('lost-response')).toBeCloseTo(0.1, 1.5);
  expect(share('slow')).toBe(0);
  expect(share(undefined)).toBeCloseTo(0.65, 1.5);
});

it('has nothing where nothing is asked for, and always all where all is', () => {
  expect(new Set(take({ shares: {} }, 500))).toEqual(new Set([undefined]));
  expect(new Set(take({ shares: { html: 1 } }, 500))).toEqual(new Set(['html']));
});
