import type { Kill, Mischief } from './adversary.ts';
import type { Random } from './random.ts';

/** What befalls one run of the tool; a service that `isMortal` is killed too. */
export function randomMischief(random: Random, isMortal: boolean): Mischief {
  const faults: Record<string, number> = {};
  if (random.chance(0.5)) {
    for (const fault of random.some(failures, 1, 3)) {
      faults[fault] = random.pick([0.02, 0.05, 0.1]);
    }
  }
  if (random.chance(0.1)) faults['slow'] = 0.05;
  const [of, most] = random.pick(places);
  const kill: Kill | undefined = random.chance(0.8)
    ? {
        victim: isMortal ? random.pick(['tool', 'service', 'both'] as const) : 'tool',
        at: random.integer(0, most),
        of,
        when: random.pick(['before', 'during', 'after', 'late'] as const),
      }
    : undefined;
  const killAfter = random.chance(0.15) ? random.integer(100, 1500) : undefined;
  return { faults, kill, killAfter };
}

const failures = ['throttle', 'error', 'html', 'reset', 'lost-response'];

/** Where to kill: calls by the name of their operation, with the highest of them to kill at. */
const places: readonly (readonly [RegExp, number])[] = [
  [/^(?!List|Get)/, 15],
  [/^(?!List|Get)/, 5],
  [/./, 40],
  [/^(Create|Delete).*(Override|Rotation)$/, 2],
  [/Channel$/, 3],
  [/^(Delete|Tag|Untag)/, 3],
];
