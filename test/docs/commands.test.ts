/** The commands that the pages name exist. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { page, pages, repository } from './markdown.ts';

const { scripts } = JSON.parse(page('package.json').text) as { scripts: Record<string, string> };

/** What npm and pnpm bring themselves. */
const builtIn = ['install', 'exec'];

const commands = readdirSync(join(repository, 'packages/cli/src/commands')).map((name) =>
  name.replace(/\.ts$/, ''),
);

const options = [
  ...page('packages/cli/src/command-line/commands.ts').text.matchAll(/\bname: '([a-z-]+)'/g),
].map(([, name]) => name as string);

describe.each(pages())('$path', ({ text }) => {
  it('names only scripts that exist', () => {
    const known = [...Object.keys(scripts), ...builtIn];
    expect(
      called(text, '(?:npx -y )?p?npm(?:@[\\d.]+)?').filter((it) => !known.includes(it)),
    ).toEqual([]);
  });

  it('names only commands that exist', () => {
    expect(called(text, 'oncall').filter((it) => !commands.includes(it))).toEqual([]);
  });

  it('names only options that exist', () => {
    const code = [...text.matchAll(/`([^`\n]+)`|^(oncall .*)$/gm)].map(([all]) => all);
    const named = code.flatMap((it) => [...it.matchAll(/(?:^|[\s`])--([a-z-]+)/g)]);
    expect(named.map(([, name]) => name ?? '').filter((it) => !options.includes(it))).toEqual([]);
  });
});

describe('README.md', () => {
  const { text } = page('README.md');

  it('has the two commands that need nothing but npm', () => {
    expect(called(text, 'npm')).toEqual(expect.arrayContaining(['start', 'test']));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  it('names every command', () => {
    expect(commands).not.toEqual([]);
    expect(commands.filter((name) => !text.includes(`| \`oncall ${name}\` |`))).toEqual([]);
  });
});

/** What follows a program's name in code: at a line's start, or after a backquote, no fence. */
function called(text: string, program: string): readonly string[] {
  return [...text.matchAll(new RegExp(`(?:^|(?<!\`)\`)${program} ([a-z][a-z:-]*)`, 'gm'))].map(
    ([, name]) => name as string,
  );
}
