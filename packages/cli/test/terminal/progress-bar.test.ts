import { expect, it } from 'vitest';
import { progressBar } from '../../src/terminal/progress-bar.ts';

it.each([
  [0, 8, '[                    ] 0/8'],
  [2, 8, '[=====               ] 2/8'],
  [8, 8, '[====================] 8/8'],
  [0, 0, '[====================] 0/0'],
])('%i of %i', (done, count, bar) => {
  expect(progressBar('Reading', done, count)).toBe(`Reading  ${bar}`);
});
