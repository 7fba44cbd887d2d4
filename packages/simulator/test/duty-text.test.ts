import { describe, expect, it } from 'vitest';
import { dutyText } from '../src/index.ts';

const monday = Date.UTC(2026, 0, 5, 9) / 1_000;
const shift = (start: number, contacts: readonly string[]) => {
  return { start, end: start + 3_600, contacts, type: 'regular', replaced: [] } as const;
};

describe('dutyText', () => {
  const duty = { rotation: 'r', contacts: ['alice'], shift: undefined, until: monday };

  it.each([
    [
      'who is next',
      { ...duty, next: shift(monday, ['bob']) },
      'alice until Mon 2026-01-05 09:00 UTC, then bob',
    ],
    [
      'a gap before the next',
      { ...duty, next: shift(monday + 7_200, ['bob', 'carol']) },
      'alice until Mon 2026-01-05 09:00, then NOBODY until Mon 2026-01-05 11:00 UTC, then bob, carol',
    ],
    [
      'that nobody is next',
      { ...duty, next: undefined },
      'alice until Mon 2026-01-05 09:00 UTC, then NOBODY',
    ],
    [
      'that nothing changes',
      { ...duty, contacts: [], until: undefined, next: undefined },
      'NOBODY from then on',
    ],
  ])('tells %s', (_what, given, expected) => {
    expect(dutyText(given, 'UTC', 'NOBODY')).toBe(expected);
  });
});
