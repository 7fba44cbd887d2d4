import type { Kill, Mischief } from './adversary.ts';
import type { Random } from './random.ts';

/** What a run is most about: things meet that would seldom else. */
export interface Theme {
  readonly edits: RegExp;
  readonly kills: RegExp | undefined;
}

export function randomTheme(random: Random): Theme {
  return random.pick([
    { edits: /./, kills: undefined },
    { edits: /./, kills: undefined },
    { edits: /override|rotation$|times|another name/, kills: /^Create.*(Override|Rotation)$/ },
    { edits: /contact|channel|address|plan/, kills: /Contact|Channel/ },
  ]);
}

/** What befalls one run of the tool; a service that `isMortal` is killed too. */
export function randomMischief(random: Random, isMortal: boolean, { kills }: Theme): Mischief {
  const faults: Record<string, number> = {};
  if (random.chance(0.5)) {
    const some = random.some(failures, 1, 3);
    // More at once than the tool has patience for would be no fault of its.
    for (const fault of some)
      faults[fault] = random.pick([0.02, 0.05, some.length > 1 ? 0.1 : 0.25]);
  }
  if (random.chance(0.1)) faults['slow'] = 0.05;
  const [of, most] =
    kills !== undefined && random.chance(0.5) ? ([kills, 3] as const) : random.pick(places);
  const kill: Kill | undefined = random.chance(0.8)
    ? {
        victim: isMortal ? random.pick(['tool', 'service', 'both'] as const) : 'tool',
        at: random.integer(0, most),
        of,
        when: random.pick(['before', 'during', 'after', 'late'] as const),
      }
    : undefined;
  const handsAt = random.chance(0.4) ? random.integer(1, 2) : undefined;
  const killAfter = random.chance(0.15) ? random.integer(100, 1500) : undefined;
  return {
    // A second look would be a repeated first one else.
    faults: handsAt === undefined ? faults : {},
    kill: handsAt === undefined ? kill : undefined,
    killAfter,
    losesPower: random.chance(0.5),
    handsAt,
    deniedAt: random.chance(0.15) ? random.integer(1, 12) : undefined,
  };
}

const failures = ['throttle', 'error', 'html', 'reset', 'lost-response'];

/** Where to kill: calls by the name of their operation, with the highest of them to kill at. */
const places: readonly (readonly [RegExp, number])[] = [
  [/^(?!List|Get)/, 15],
  [/^(?!List|Get)/, 5],
  [/./, 40],
  [/^(Create|Delete).*(Override|Rotation)$/, 2],
  [/^CreateRotationOverride$/, 1],
  [/Channel$/, 3],
  [/^(Delete|Tag|Untag)/, 3],
];
