/** Two things measured in turn, so that what slows the machine for a while slows both. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Ratios of the first to the second, a round each; and the milliseconds of both. */
export function compare(rounds, first, second) {
  // One of each that does not count: the first time is never like the others.
  first();
  second();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const [a, b] = round % 2 === 0 ? [first, second] : [second, first];
    const [timeOfA, timeOfB] = [a(), b()];
    times.push(round % 2 === 0 ? [timeOfA, timeOfB] : [timeOfB, timeOfA]);
  }
  return {
    ratio: spread(times.map(([one, other]) => one / other)),
    first: spread(times.map(([one]) => one)).median,
    second: spread(times.map(([, other]) => other)).median,
  };
}

/** Milliseconds of one call, as the mean of so many that a clock's grain does not count. */
export function timed(work, atLeast = 30) {
  let calls = 0;
  const start = performance.now();
  for (;;) {
    work();
    calls++;
    const passed = performance.now() - start;
    if (passed >= atLeast) return passed / calls;
  }
}

/** Milliseconds of a whole process. */
export function timedProcess(parameters) {
  const start = performance.now();
  run(parameters);
  return performance.now() - start;
}

/** Milliseconds of what a script times itself and prints, in a process of its own. */
export function timedWithin(script, parameters) {
  return Number(run([fileURLToPath(script), ...parameters], {}, 'pipe'));
}

/** Bytes of memory that a process held at its peak, as the system counts them for it. */
export function peakMemory(parameters, reportTo) {
  const preload = new URL('peak-memory.cjs', import.meta.url).pathname;
  run(['--require', preload, ...parameters], { PEAK_MEMORY_FILE: reportTo });
  return Number(readFileSync(reportTo, 'utf8'));
}

export function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1) };
}

export function environment() {
  // Where it is set, Node 20 reads that file at each start, which would count as ours.
  const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
  return others;
}

function run(parameters, variables = {}, output = 'ignore') {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    env: { ...environment(), ...variables },
    // What is ignored is not waited for, as a pipe is.
    stdio: ['ignore', output, 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${parameters.join(' ')} failed:\n${stderr}`);
  return stdout;
}
