/** The first five minutes of the readme, as a newcomer types them. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, oncall } from '../cli/oncall.ts';
import { blocks, page } from './markdown.ts';

it('each command of the first five minutes succeeds', async () => {
  const [shown] = blocks(page('README.md').text).filter(
    (block) => block.heading === 'The first five minutes',
  );
  const lines = (shown?.text ?? '').split('\n').map((line) => line.replace(/\s*#.*$/, ''));
  let cwd = folder({});
  let last = '';
  for (const [program, ...words] of lines.map((line) => line.split(' '))) {
    if (program === 'cd') cwd = join(cwd, words[0] ?? '');
    if (program !== 'oncall') continue;
    // Nobody is there to type the yes that apply asks for.
    const { code, stdout, stderr } = await oncall(
      words[0] === 'apply' ? [...words, '--yes'] : words,
      {
        cwd,
      },
    );
    expect({ words, code, stderr: code === 0 ? '' : stderr }).toEqual({
      words,
      code: 0,
      stderr: '',
    });
    last = stdout;
  }
  expect(last).toContain('Nothing to do');
});
