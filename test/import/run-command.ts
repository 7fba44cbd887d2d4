/** Runs a command of the table in this process, as the program would. */
import { commands } from '../../packages/cli/src/command-line/commands.ts';
import { parse } from '../../packages/cli/src/command-line/parse.ts';
import { failureOf } from '../../packages/cli/src/exit.ts';
import { createStream, type Terminal } from '../../packages/cli/src/terminal/terminal.ts';

// The bundler puts it in.
Object.assign(globalThis, { __VERSION__: 'of the sources' });

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCommand(words: readonly string[], cwd: string): Promise<Ran> {
  const [name = '', ...rest] = words;
  const spec = commands.find((command) => command.name === name);
  if (spec === undefined) throw new Error(`there is no command ${name}`);
  let stdout = '';
  let stderr = '';
  const settings = { interactive: false, colour: false, columns: 100 };
  const terminal: Terminal = {
    out: createStream((text) => {
      stdout += text;
    }, settings),
    err: createStream((text) => {
      stderr += text;
    }, settings),
    canAsk: false,
    ask: async () => undefined,
    readInput: () => new Uint8Array(),
  };
  try {
    const command = await spec.load();
    const surroundings = { cwd, env: { AWS_REGION: 'us-east-2' }, terminal, commands };
    const code = await command.run(parse(spec, rest), surroundings);
    return { code, stdout, stderr };
  } catch (error) {
    const { exitCode, title, help } = failureOf(error);
    return { code: exitCode, stdout, stderr: [stderr + title, ...help].join('\n') };
  }
}
