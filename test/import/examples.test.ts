/** What was made from files comes back as files that say the same. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCommand } from './run-command.ts';

const examples = join(import.meta.dirname, '../../examples');
const names = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it.each(names)('%s goes there and comes back', async (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'oncall-back-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(examples, name), join(folder, 'before'), { recursive: true });
  const local = ['--local', 'state', '--region', 'us-east-2'];
  const run = async (...words: string[]) => {
    const ran = await runCommand([...words, ...local], folder);
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    return ran.stdout;
  };
  await run('apply', 'before', '--yes');
  const project = /^Project (\S+),/.exec(await run('plan', 'before'))?.[1] ?? '';
  const imported = JSON.parse(
    await run('import', '--out', 'after', '--project', project, '--json'),
  );
  expect(imported).toMatchObject({ unmanaged: [], others: [] });
  expect(imported.managed.length).toBeGreaterThan(2);
  expect(await run('plan', 'after', '--detailed-exitcode')).toContain('\nNothing to do');
});
