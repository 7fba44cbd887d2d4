import { describe, expect, it } from 'vitest';
import { entryOf, timelineLines } from '../src/index.ts';

const at = Date.UTC(2026, 0, 5, 14) / 1_000;

describe('entryOf', () => {
  it('says what happens, and why where that is not the same', () => {
    const event = { at, offsetMinutes: 0, contact: 'alice', stage: 1 } as const;
    expect(
      entryOf({ ...event, kind: 'engage', essential: true, reason: 'on call in sre' }),
    ).toEqual({
      at,
      what: '  engage alice, essential',
      reason: 'on call in sre',
    });
    const tried = {
      ...event,
      kind: 'notify',
      channel: 'phone',
      reason: 'stage 1 of alice',
    } as const;
    expect(entryOf(tried)).toEqual({ at, what: '      try phone of alice', reason: '' });
  });
});

describe('timelineLines', () => {
  it('puts time, clock and event into columns, by the clocks of a zone', () => {
    const entries = [
      { at, what: 'stage 1', reason: 'sre is engaged' },
      { at: at + 600, what: '  engage bob', reason: '' },
      { at: at + 90, what: 'ack', reason: 'why' },
    ];
    expect(timelineLines(entries, { pagedAt: at, zone: 'America/New_York' })).toEqual([
      { head: '   0m  Mon 09:00     stage 1     ', tail: '  sre is engaged' },
      { head: '  10m  Mon 09:10       engage bob', tail: '' },
      { head: '1m30s  Mon 09:01:30  ack         ', tail: '  why' },
    ]);
  });

  it('is nothing of nothing', () => {
    expect(timelineLines([], { pagedAt: at, zone: 'UTC' })).toEqual([]);
  });
});
