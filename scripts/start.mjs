// The main job on the embedded service, as `npm start` shows it: plan, apply, and plan again.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const oncall = fileURLToPath(new URL('../packages/cli/dist/oncall.js', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

for (const command of [
  ['plan', 'examples/acme', '--local'],
  ['apply', 'examples/acme', '--local', '--yes'],
  ['plan', 'examples/acme', '--local'],
]) {
  console.log(`\n$ oncall ${command.join(' ')}\n`);
  const { status, signal } = spawnSync(process.execPath, [oncall, ...command], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`oncall ${command[0]} ended with ${signal ?? status}.`);
    process.exit(status ?? 1);
  }
}
