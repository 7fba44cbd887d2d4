/** The command line as `pnpm pack:cli` packs it, and programs on it with no way to a registry. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pack = join(import.meta.dirname, '../../packages/cli/pack.mjs');

export interface Packed {
  /** A folder with a space in its path. */
  readonly folder: string;
  readonly archive: string;
  /** What npm needs to keep to this folder and this machine. */
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function packCli(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'oncall packed '));
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    npm_config_cache: join(folder, 'npm cache'),
    npm_config_userconfig: join(folder, 'npmrc'),
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_fetch_retries: '0',
    npm_config_update_notifier: 'false',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const packed = await run(process.execPath, [pack, folder], { cwd: folder, env });
  const [archive] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || archive === undefined) throw new Error(packed.stderr);
  return {
    folder,
    archive: join(folder, archive),
    env,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs a program to its end. */
export async function run(
  program: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> {
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part) => {
    stderr += part;
  });
  const code = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed);
    child.once('close', ended);
  });
  return { code, stdout, stderr };
}
