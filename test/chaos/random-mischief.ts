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
  const of = random.chance(0.8) ? 'writes' : 'calls';
  const kill: Kill | undefined = random.chance(0.8)
    ? {
        victim: isMortal ? random.pick(['tool', 'service', 'both'] as const) : 'tool',
        at: random.integer(0, of === 'writes' ? 15 : 40),
        of,
        when: random.pick(['before', 'during', 'after', 'late'] as const),
      }
    : undefined;
  const killAfter = random.chance(0.15) ? random.integer(100, 1500) : undefined;
  return { faults, kill, killAfter };
}

const failures = ['throttle', 'error', 'html', 'reset', 'lost-response'];
