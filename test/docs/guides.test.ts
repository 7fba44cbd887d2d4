/** What the guides tell people to write is clean, and what they tell people to type works. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grown } from '../cli/grown-account.ts';
import { folder, oncall } from '../cli/oncall.ts';
import { blocks, page, pages } from './markdown.ts';
import { printed } from './sample-runs.ts';

const guides = pages().filter(({ path }) => path.startsWith('docs/guides/'));

const examples = guides.flatMap(({ path, text }) =>
  blocks(text)
    .filter(({ info }) => info === 'oncall')
    .map((block) => ({ at: `${path}:${block.line}`, text: block.text })),
);

describe.each(examples)('$at', ({ text }) => {
  it('has nothing that lint would tell', async () => {
    const cwd = folder({ 'main.oncall': text });
    expect(await printed(['lint', '--max-warnings', '0'], cwd)).toEqual({
      text: '1 file checked, nothing wrong\n',
      code: 0,
    });
  });
});

const tested = examples.filter(({ text }) => /^test "/m.test(text));

it.each(tested)('$at passes its tests', async ({ text }) => {
  const { text: told, code } = await printed(['test'], folder({ 'main.oncall': text }));
  expect({ told, code }).toEqual({ told: expect.stringMatching(/ passed$/m), code: 0 });
});

it('some of them have tests', () => {
  expect(tested.length).toBeGreaterThanOrEqual(4);
});

describe('docs/guides/first-project.md', () => {
  const { text } = page('docs/guides/first-project.md');

  it('begins a project that works', async () => {
    const shown = blocks(text).filter(({ heading, info }) => heading === 'Begin' && info === 'sh');
    let cwd = folder({});
    for (const line of shown.flatMap((block) => block.text.trim().split('\n'))) {
      const [program, ...words] = line.split(' ');
      if (program === 'cd') cwd = join(cwd, words[0] ?? '');
      // Nobody is there to type the yes that apply asks for.
      else expect(await printed([...words, ...yes(words)], cwd)).toMatchObject({ code: 0 });
    }
    expect((await printed(['plan', '--local'], cwd)).text).toContain('Nothing to do');
  });

  it('shows a project on which its commands work', async () => {
    const [shown, ...rest] = blocks(text).filter(({ heading }) => heading === 'Make it yours');
    const cwd = folder({ 'main.oncall': shown?.text ?? '' });
    const lines = rest.flatMap((block) => block.text.trim().split('\n'));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(await printed(line.split(' ').slice(1), cwd), line).toMatchObject({ code: 0 });
    }
  });
});

function yes(words: readonly string[]): readonly string[] {
  return words[0] === 'apply' ? ['--yes'] : [];
}

it.each([
  ['docs/guides/follow-the-sun.md', ['Look for gaps']],
  ['docs/guides/holidays-and-overrides.md', ['Before you commit it', "For people's calendars"]],
  ['docs/guides/testing.md', ['1. Write down what must be true', '2. Look at one night']],
] as const)('%s shows commands that work on its example', async (path, headings) => {
  const [example, ...rest] = blocks(page(path).text).filter(({ info }) =>
    ['oncall', 'sh'].includes(info),
  );
  const cwd = folder({ 'main.oncall': example?.text ?? '' });
  const lines = rest
    .filter(({ heading, info }) => info === 'sh' && headings.some((it) => it === heading))
    .flatMap((block) => block.text.trim().split('\n'))
    .map((line) => line.replace(/ > .*/, ''))
    // Reads an account; the numbers of this one are nobody's.
    .filter((line) => !/^oncall (plan|verify)/.test(line));
  expect(lines).not.toEqual([]);
  for (const line of lines) {
    expect(await printed(line.split(' ').slice(1), cwd), line).toMatchObject({ code: 0 });
  }
});

it('docs/guides/from-terraform.md shows commands that take an account over', async () => {
  const { text } = page('docs/guides/from-terraform.md');
  const { url } = await grown();
  const env = { AWS_ENDPOINT_URL: url, AWS_REGION: 'us-east-2' };
  const cwd = folder();
  const told = new Map<string, string>();
  const lines = blocks(text)
    .filter(({ info }) => info === 'sh')
    .flatMap((block) => block.text.trim().split('\n'))
    .filter((line) => line.startsWith('oncall '));
  // One team's is the last that is told, and comes before everything has an owner.
  for (const line of [...lines.slice(-1), ...lines.slice(0, -1)]) {
    const words = line.split(' ').slice(1);
    const ran = await oncall([...words, ...yes(words)], { cwd, env });
    expect(ran, line).toMatchObject({ code: 0 });
    told.set(line, ran.stdout);
  }
  const [shown] = blocks(text).filter(({ info }) => info === 'console');
  const [command = '', ...output] = (shown?.text ?? '').split('\n');
  expect(told.get(command.slice(2))).toBe(output.join('\n'));
  expect(told.get('oncall plan oncall --adopt')).toContain('\nPlan: 5 to adopt.\n');
  expect(told.get('oncall plan oncall')).toContain('\nNothing to do');
});
