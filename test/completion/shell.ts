/** A shell as a person has it before them: a terminal, a line typed, and a Tab. */
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { folder } from '../cli/oncall.ts';

const cli = join(import.meta.dirname, '../../packages/cli/bin/oncall.cjs');

const project = `project team < >

contact alice "Alice Example" <
  channel phone voice "+12065550100"
  stage 5m < notify phone >
>

contact bob < channel phone voice "+12065550101" >

rotation primary < zone "UTC" start 2026-01-05T09:00 members @alice @bob weekly mon 09:00 >
schedule sre-oncall "SRE on call" < rotation @primary >
plan payments "Payments" < stage 5m < notify @sre-oncall essential > >
plan broken < stage 5m < notify
`;

export interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A project, and `oncall` and `say`, which prints its words, on the path. */
export function place(): Place {
  const cwd = folder({ 'main.oncall': project, 'notes.txt': '', 'people/alice.oncall': '' });
  const programs = folder({
    oncall: `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`,
    say: '#!/bin/sh\nprintf "<%s>" "$@"\necho " said"\n',
  });
  for (const name of ['oncall', 'say']) chmodSync(join(programs, name), 0o755);
  const path = `${programs}:${process.env['PATH']}`;
  return { cwd, env: { PATH: path, HOME: cwd, TERM: 'xterm', LC_ALL: 'C.UTF-8' } };
}

/** All that a program prints. */
export async function output(words: readonly string[], { cwd, env }: Place): Promise<string> {
  const [program = '', ...rest] = words;
  const child = spawn(program, rest, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  await new Promise((ended) => child.once('close', ended));
  return text;
}

/**
 * What `say` was given after a line was typed into an interactive shell and its Tab pressed. The
 * shell's set-up ends with a prompt of `READY>`.
 */
export async function typed(
  shell: string,
  setUp: string,
  line: string,
  { cwd, env }: Place,
): Promise<string> {
  const child = spawn('script', ['-qfc', shell, '/dev/null'], { cwd, env });
  onTestFinished(() => void child.kill());
  const ended = new Promise((resolve) => child.once('close', resolve));
  let seen = '';
  let tell = () => {};
  child.stdout.setEncoding('utf8').on('data', (part) => {
    seen += part;
    tell();
  });
  const until = async (pattern: RegExp) => {
    while (!pattern.test(seen)) {
      await new Promise<void>((next) => {
        tell = next;
      });
    }
    return pattern.exec(seen)?.[1] ?? '';
  };
  child.stdin.write(`${setUp}; PS1='REA''DY>'\n`);
  await until(/READY>/);
  child.stdin.write(`${line}\t`);
  // The completed word is on the screen before the line is sent off, on a busy machine too.
  await new Promise((next) => setTimeout(next, 4_000));
  child.stdin.write('\n');
  const said = await until(/(<[^\r\n]*>) said/);
  child.stdin.write('exit\n');
  // A shell writes its history into its home when it ends.
  await ended;
  return said;
}
