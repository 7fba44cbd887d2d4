/**
 * Random tests find new cases at each run on a developer's machine, and the same ones in CI, so
 * that a change is judged by what it changes. FC_SEED repeats a run.
 */
import fc from 'fast-check';

const seed = process.env['FC_SEED'] ?? (process.env['CI'] === 'true' ? '20261122' : undefined);
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
