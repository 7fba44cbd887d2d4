import type { Rotation } from '@oncall/language';
import { expect, it } from 'vitest';
import { shiftsText } from '../../src/reporters/shifts-text.ts';
import { paintWith } from '../../src/terminal/paint.ts';

it('shows more shifts than a call takes arguments', () => {
  const shift = { start: 0, end: 3_600, contacts: ['a'], type: 'regular', replaced: [] } as const;
  const rotation = { name: 'r', zone: { value: 'UTC' } } as Rotation;
  const paint = paintWith(false);
  const text = shiftsText(
    [{ rotation, shifts: Array.from({ length: 200_000 }, () => shift) }],
    paint,
  );
  expect(text.split('\n')).toHaveLength(200_002);
});
