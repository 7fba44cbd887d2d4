import type { Moved } from '@oncall/compiler';
import { expect, it } from 'vitest';
import { movedText } from '../../src/reporters/moved-text.ts';
import { paintWith } from '../../src/terminal/paint.ts';

const told = (moved: readonly Moved[]) =>
  movedText({ moved, otherAddresses: false }, 'plan.json', paintWith(false)).split('\n');

const change = { kind: 'contact', action: 'update', reasons: ['a: 1 → 2'], calls: [] };

it('tells each change as it was planned and as it is now', () => {
  const id = 'contact/alice';
  expect(told([{ id, planned: { id, ...change }, now: undefined }])).toEqual([
    'error: the plan in plan.json does not hold any more; nothing was changed',
    '  contact/alice',
    '    planned: update; a: 1 → 2',
    '    now:     nothing to do',
    '  The account, the files or the variables are others now. Run oncall plan --out again.',
    '',
  ]);
});

it('says where the difference is in what is not told', () => {
  const id = 'contact/alice';
  const call = { operation: 'UpdateContact', input: {} };
  const now = { id, ...change, calls: [call] };
  expect(told([{ id, planned: { id, ...change }, now }])[3]).toContain('what is sent');
});

it('counts what would be too much to tell', () => {
  const moved = Array.from({ length: 23 }, (_, at) => {
    const id = `contact/${at}`;
    return { id, planned: undefined, now: { id, ...change } };
  });
  const lines = told(moved);
  expect(lines.filter((line) => line.startsWith('  contact/'))).toHaveLength(20);
  expect(lines).toContain('  and 3 more changes');
});
