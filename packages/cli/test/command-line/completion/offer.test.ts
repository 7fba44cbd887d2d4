import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/command-line/commands.ts';
import { type LookUp, offer } from '../../../src/command-line/completion/offer.ts';

const lookUp: LookUp = {
  names: async (kinds) => kinds.map((kind) => ({ value: `@a-${kind}`, text: kind })),
  codes: async () => ['dangling-contact', 'no-voice'].map((value) => ({ value, text: '' })),
  changeableCodes: async () => [{ value: 'no-voice', text: 'info' }],
  zones: async () => [{ value: 'Asia/Tokyo', text: '' }],
};

/** What is offered at the end of a line. */
async function offered(line: string): Promise<readonly string[] | string> {
  const words = line.split(' ');
  const found = await offer(
    { before: words.slice(0, -1), current: words.at(-1) ?? '' },
    commands,
    lookUp,
  );
  return typeof found === 'string' ? found : found.map(({ value }) => value);
}

describe('offer', () => {
  it.each([
    ['co', ['coverage', 'compile', 'completion']],
    ['--v', ['--version']],
    ['--version --', ['--verbose']],
    ['help who', ['who']],
    ['--no-color exp', ['explain']],
    ['nothing ', []],
    [
      'fmt --',
      [
        '--check',
        '--diff',
        '--stdin',
        '--format',
        '--json',
        '--quiet',
        '--color',
        '--no-color',
        '--help',
      ],
    ],
    ['fmt --check --c', ['--color']],
    ['lint --rule a=off --ru', ['--rule']],
    ['lint --rule ', ['no-voice=off', 'no-voice=warning', 'no-voice=error']],
    ['lint --only ', ['dangling-contact', 'no-voice']],
    ['lint --only=no', ['--only=no-voice']],
    ['lint --format=j', ['--format=json', '--format=junit']],
    ['lint --format=', expect.arrayContaining(['--format=pretty'])],
    ['lint --quiet --color ', ['auto', 'always', 'never']],
    ['lint ', 'files'],
    ['lint -- --fo', 'files'],
    ['plan --local ', 'folders'],
    ['plan --local --j', ['--json']],
    ['plan --vars=', 'files'],
    ['shifts ', ['@a-rotation', '@a-schedule']],
    ['shifts @a-rotation ', 'files'],
    ['who @a-schedule ', 'files'],
    ['simulate ./', 'files'],
    ['who people/', 'files'],
    ['simulate @x --ack @a-c', ['@a-contact=5m']],
    ['simulate @x --zone ', ['Asia/Tokyo']],
    ['simulate @x --at ', []],
    ['init ', 'folders'],
    ['lsp ', ['--stdio', '--clientProcessId', '--quiet', '--color', '--no-color']],
  ])('%s', async (line, values) => {
    expect(await offered(line)).toEqual(values);
  });

  it('never names what is for programs', async () => {
    expect(await offered('')).not.toContain('complete');
    expect(await offered('')).toContain('completion');
  });
});
