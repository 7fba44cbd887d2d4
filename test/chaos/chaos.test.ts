/**
 * Many random runs: see run.ts. CHAOS_RUNS says how many, CHAOS_SEED from which seed on, CHAOS_WIDTH
 * how many at once. Where nothing is asked for there are a few, of the same choices each time, and
 * none is begun after the time that the usual tests have for it.
 */
import { afterAll, expect, it } from 'vitest';
import { count } from './count.ts';
import { type Report, run } from './run.ts';
import { copyTool, type Worker } from './tool.ts';

const asked = process.env['CHAOS_RUNS'];
const runs = Number(asked ?? 12);
const latest = asked === undefined ? Date.now() + 40_000 : Number.POSITIVE_INFINITY;
const first = Number(process.env['CHAOS_SEED'] ?? 1);
const width = Number(process.env['CHAOS_WIDTH'] ?? 2);

const tool = copyTool();
afterAll(() => tool.remove());

it(`${runs} runs from seed ${first} on end as if nothing had happened`, {
  timeout: 120_000 + runs * 60_000,
}, async () => {
  const seeds = Array.from({ length: runs }, (_, index) => first + index);
  const reports: Report[] = [];
  const failed: number[] = [];
  const work = async () => {
    const worker = tool.openWorker();
    try {
      await workThrough(worker);
    } finally {
      worker.close();
    }
  };
  const workThrough = async (worker: Worker) => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      if (Date.now() > latest && reports.length > 0) return;
      try {
        reports.push(await run(seed, tool, worker));
        if (asked !== undefined && reports.length % 25 === 0) console.log(summary(reports));
      } catch (error) {
        failed.push(seed);
        console.error(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  if (asked !== undefined) console.log(summary(reports));
  expect(failed).toEqual([]);
});

function summary(reports: readonly Report[]): string {
  const sum = (counts: readonly Readonly<Record<string, number>>[]) => {
    const total: Record<string, number> = {};
    for (const [name, more] of counts.flatMap((each) => Object.entries(each))) {
      count(total, name, more);
    }
    const sorted = Object.entries(total).sort();
    return sorted.map(([name, times]) => `${name} ${times}`).join(', ');
  };
  const number = (of: (report: Report) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  return [
    `${reports.length} runs, ${number(({ applies }) => applies)} disturbed applies, ` +
      `${number(({ tally }) => tally.calls)} calls`,
    `edits: ${sum(reports.map(({ edits }) => edits))}`,
    `by hand: ${sum(reports.map(({ acts }) => acts))}`,
    `kills: ${sum(reports.map(({ tally }) => tally.kills))}`,
    `faults: ${sum(reports.map(({ tally }) => tally.faults))}`,
    `applies in peace until done: ${Math.max(0, ...reports.map(({ settling }) => settling))} at most`,
  ].join('\n');
}
