/**
 * Many random runs: see run.ts. A few, always the same, where nothing else is asked for;
 * CHAOS_RUNS says how many, CHAOS_SEED from which seed on, CHAOS_WIDTH how many at once.
 */
import { afterAll, expect, it } from 'vitest';
import { type Report, run } from './run.ts';
import { copyTool } from './tool.ts';

const runs = Number(process.env['CHAOS_RUNS'] ?? 10);
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
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      try {
        reports.push(await run(seed, tool));
      } catch (error) {
        failed.push(seed);
        console.error(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  console.log(summary(reports));
  expect(failed).toEqual([]);
});

function summary(reports: readonly Report[]): string {
  const sum = (counts: readonly Readonly<Record<string, number>>[]) => {
    const total = new Map<string, number>();
    for (const [name, count] of counts.flatMap((each) => Object.entries(each))) {
      total.set(name, (total.get(name) ?? 0) + count);
    }
    return [...total].map(([name, count]) => `${name} ${count}`).join(', ');
  };
  const number = (of: (report: Report) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  return [
    `${reports.length} runs, ${number(({ applies }) => applies)} disturbed applies, ` +
      `${number(({ tally }) => tally.calls)} calls`,
    `kills: ${sum(reports.map(({ tally }) => tally.kills))}`,
    `faults: ${sum(reports.map(({ tally }) => tally.faults))}`,
    `applies in peace until done: ${Math.max(0, ...reports.map(({ settling }) => settling))} at most`,
  ].join('\n');
}
