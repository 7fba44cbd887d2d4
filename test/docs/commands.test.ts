/** The commands that the pages name exist, with the options that they name. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../packages/cli/src/command-line/commands.ts';
import { commandFirst, globalOptions } from '../../packages/cli/src/command-line/global-options.ts';
import { parse } from '../../packages/cli/src/command-line/parse.ts';
import { blocks, page, pages } from './markdown.ts';

const { scripts } = JSON.parse(page('package.json').text) as { scripts: Record<string, string> };

/** What npm and pnpm bring themselves. */
const builtIn = ['install', 'exec'];

const names = commands.map(({ name }) => name);
const always = ['help', 'version', 'verbose', ...globalOptions.map(({ name }) => name)];
const everyOption = [...always, ...commands.flatMap(({ options }) => options.map((it) => it.name))];

/** Options of programs that are not ours, in code that does not begin with their name. */
const ofOthers = ['github', 'gitlab', 'change', 'name'];

describe.each(pages())('$path', ({ text }) => {
  it('names only scripts that exist', () => {
    const known = [...Object.keys(scripts), ...builtIn];
    expect(
      called(text, '(?:npx -y )?p?npm(?:@[\\d.]+)?').filter((it) => !known.includes(it)),
    ).toEqual([]);
  });

  it('names only commands and options that exist', () => {
    const code = [...text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, it]) => it ?? '');
    for (const line of code) {
      const [, name, rest = ''] = /^oncall ([a-z][a-z-]*)(.*)$/.exec(line) ?? [];
      const spec = commands.find((command) => command.name === name);
      if (name !== undefined) expect(names, line).toContain(name);
      const alone = /^--[a-z]/.test(line);
      if (spec === undefined && !alone) continue;
      const known =
        spec === undefined
          ? [...everyOption, ...ofOthers]
          : [...always, ...spec.options.map((option) => option.name)];
      const written = (alone ? ` ${line}` : rest).matchAll(/ --([a-zA-Z-]+)/g);
      for (const [, option] of written) expect(known, line).toContain(option);
    }
  });

  it('shows only command lines that the command line takes', () => {
    for (const line of commandLines(text)) {
      const [name = '', ...rest] = commandFirst(line);
      if (name.startsWith('--')) continue;
      const spec = commands.find((command) => command.name === name);
      expect(spec, line.join(' ')).toBeDefined();
      if (spec !== undefined) expect(() => parse(spec, rest), line.join(' ')).not.toThrow();
    }
  });
});

describe('README.md', () => {
  const { text } = page('README.md');

  it('has the two commands that need nothing but npm', () => {
    expect(called(text, 'npm')).toEqual(expect.arrayContaining(['start', 'test']));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  it('leads to the page of every command', () => {
    const shown = commands.filter(({ hidden }) => hidden !== true);
    expect(shown.filter(({ name }) => !text.includes(`](docs/commands/${name}.md)`))).toEqual([]);
  });
});

it('the guides show some', () => {
  const shown = pages().filter(({ path }) => path.startsWith('docs/guides/'));
  expect(shown.length).toBeGreaterThanOrEqual(9);
  for (const { path, text } of shown) expect(commandLines(text), path).not.toEqual([]);
});

/** What follows a program's name in code: at a line's start, or after a backquote, no fence. */
function called(text: string, program: string): readonly string[] {
  return [...text.matchAll(new RegExp(`(?:^|(?<!\`)\`)${program} ([a-z][a-z:-]*)`, 'gm'))].map(
    ([, name]) => name as string,
  );
}

/** How a line that calls `oncall` begins, by what the block is in. */
const calls: Readonly<Record<string, RegExp>> = {
  sh: /^oncall (.*)$/,
  console: /^\$ oncall (.*)$/,
  yaml: /^\s*(?:- |entry: )?oncall (.*)$/,
};

/** The words behind `oncall` of each line of shell that calls it. */
function commandLines(text: string): readonly (readonly string[])[] {
  return blocks(text)
    .flatMap(({ info, text }) => text.split('\n').map((line) => ({ info, line })))
    .flatMap(({ info, line }) => {
      const words = calls[info]?.exec(line)?.[1];
      return words === undefined ? [] : [wordsOf(words)];
    });
}

/** As a shell cuts a line, as far as the command goes. */
function wordsOf(line: string): readonly string[] {
  const found = line.matchAll(/\s*(?:(#.*|&&.*|[|><;].*)|((?:"[^"]*"|'[^']*'|[^\s"'|><;])+))/g);
  const words: string[] = [];
  for (const [, end, word] of found) {
    if (end !== undefined) break;
    words.push((word ?? '').replace(/["']/g, ''));
  }
  return words;
}
