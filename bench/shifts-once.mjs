/**
 * A process of its own, for what a first time costs: `node shifts-once.mjs WHOSE KIND` works out the
 * shifts of 1,000 rotations for a year and prints the milliseconds that this took, loading aside.
 */
import { mixedRotations, weeklyRotations } from './rotations.mjs';

const [whose, kind] = process.argv.slice(2);
const { shiftsOfYear } = await import(
  whose === 'temporal' ? './temporal-shifts.mjs' : './our-shifts.mjs'
);
const rotations = (kind === 'weekly' ? weeklyRotations : mixedRotations)(1_000);
const start = performance.now();
for (const rotation of rotations) shiftsOfYear(rotation);
console.log(performance.now() - start);
