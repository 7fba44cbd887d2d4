/** The pages of docs/commands are what the commands do; `pnpm generate` writes them again. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandPage, indexPage, shownCommands } from './command-pages.ts';
import { repository } from './markdown.ts';

const folder = join(repository, 'docs/commands');

it.each(shownCommands)('$name.md is fresh', async (spec) => {
  await expect(await commandPage(spec)).toMatchFileSnapshot(join(folder, `${spec.name}.md`));
});

it('README.md is fresh', async () => {
  await expect(indexPage()).toMatchFileSnapshot(join(folder, 'README.md'));
});

it('there is no page of what is no command', () => {
  const names = ['README', ...shownCommands.map(({ name }) => name)];
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.md`).sort());
});
