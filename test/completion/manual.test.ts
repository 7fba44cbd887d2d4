/** The manual pages, read by those who read manuals. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oncall } from '../cli/oncall.ts';
import { programPath } from '../editors/what-is-missing.ts';
import { output } from './shell.ts';

const folder = join(import.meta.dirname, '../../packages/cli/dist/man');
const names = readdirSync(folder);
const here = { cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };

it('there is one a command, and one for all', async () => {
  const { stdout } = await oncall(['complete']);
  const commands = stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
  expect(commands).toContain('lint');
  expect(names.sort()).toEqual(['oncall.1', ...commands.map((name) => `oncall-${name}.1`)].sort());
});

const isMissing = programPath('mandoc') === undefined;
describe.skipIf(isMissing)(
  isMissing ? 'skipped, since not installed here: mandoc' : 'mandoc',
  () => {
    it.each(names)('finds nothing wrong in %s', async (name) => {
      const found = await output(['mandoc', '-T', 'lint', name], here);
      // The same sources make the same page, so there is none.
      expect(
        found.split('\n').filter((line) => line !== '' && !line.includes('missing date')),
      ).toEqual([]);
    });

    it('shows what the table says', async () => {
      const shown = (await output(['mandoc', '-T', 'utf8', 'oncall-plan.1'], here)).replace(
        /.[\b]/g,
        '',
      );
      expect(shown).toContain('oncall plan [PATH] [OPTION…]');
      expect(shown).toContain('--var NAME=VALUE');
      expect(shown).toContain('oncall plan --format markdown > plan.md');
    });
  },
);

it('no line is taken for a request', () => {
  for (const name of names) {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    const requests = lines.flatMap((line) => /^[.'](\w*)/.exec(line)?.[1] ?? []);
    expect(
      [...new Set(requests)].filter((it) => !['TH', 'SH', 'TP', 'nf', 'fi', 'BR'].includes(it)),
    ).toEqual([]);
  }
});
