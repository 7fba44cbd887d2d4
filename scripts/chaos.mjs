// Many random runs of apply under faults and kills: `pnpm chaos [RUNS] [SEED]`. A run of its own by
// the seed that a failure prints: `pnpm chaos 1 SEED`.
import { spawnSync } from 'node:child_process';

const [runs = '500', seed = '1'] = process.argv.slice(2);
const { status } = spawnSync('vitest', ['run', 'test/chaos'], {
  env: { ...process.env, CHAOS_RUNS: runs, CHAOS_SEED: seed },
  stdio: 'inherit',
});
process.exit(status ?? 1);
