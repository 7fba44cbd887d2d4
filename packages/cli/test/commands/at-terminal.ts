/** Runs a command in this process at a terminal where someone answers its questions. */
import { commands } from '../../src/command-line/commands.ts';
import { parse } from '../../src/command-line/parse.ts';
import { createStream, type Terminal } from '../../src/terminal/terminal.ts';

export async function atTerminal(
  words: readonly [string, ...string[]],
  cwd: string,
  answer?: string,
): Promise<{ readonly exitCode: number; readonly text: string }> {
  const said: string[] = [];
  const stream = createStream((text) => said.push(text), {
    interactive: true,
    colour: false,
    columns: 80,
  });
  const terminal: Terminal = {
    out: stream,
    err: stream,
    canAsk: true,
    ask: async (question) => {
      said.push(question);
      return answer;
    },
    readInput: () => new Uint8Array(),
  };
  const [command, ...rest] = words;
  const spec = commands.find(({ name }) => name === command);
  if (spec === undefined) throw new Error(`no command ${command}`);
  const { run } = await spec.load();
  const exitCode = await run(parse(spec, rest), { cwd, env: {}, terminal, commands });
  return { exitCode, text: said.join('') };
}
