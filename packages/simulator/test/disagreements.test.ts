import { describe, expect, it } from 'vitest';
import { disagreements, type OnDuty } from '../src/disagreements.ts';

const duty = (start: number, end: number, ...contacts: string[]): OnDuty => ({
  start,
  end,
  contacts,
});

const window = { start: 0, end: 100 };

describe('disagreements', () => {
  it('are none where the same people are on call, however the time is parted', () => {
    const one = [duty(-5, 50, 'a', 'b'), duty(60, 100, 'c')];
    const other = [
      duty(60, 80, 'c'),
      duty(0, 20, 'b'),
      duty(20, 50, 'b'),
      duty(0, 50, 'a'),
      duty(70, 200, 'c'),
    ];
    expect(disagreements(one, other, window)).toEqual([]);
    expect(disagreements([], [duty(10, 20)], window)).toEqual([]);
  });

  it('are as long as both answers stay the same', () => {
    const one = [duty(0, 40, 'a'), duty(40, 100, 'b')];
    const other = [duty(0, 30, 'a'), duty(30, 50, 'b'), duty(50, 60, 'c'), duty(60, 70, 'c')];
    expect(disagreements(one, other, window)).toEqual([
      { start: 30, end: 40, one: ['a'], other: ['b'] },
      { start: 50, end: 70, one: ['b'], other: ['c'] },
      { start: 70, end: 100, one: ['b'], other: [] },
    ]);
  });

  it('are cut to the window', () => {
    expect(disagreements([duty(-10, 200, 'a')], [], window)).toEqual([
      { start: 0, end: 100, one: ['a'], other: [] },
    ]);
    expect(disagreements([duty(-10, 0, 'a')], [duty(100, 110, 'b')], window)).toEqual([]);
  });
});
