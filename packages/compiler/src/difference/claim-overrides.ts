import type { LiveState } from '../live-state.ts';
import type { Resource } from '../resource.ts';
import { arrange } from './declared.ts';
import type { Options } from './match.ts';
import { matchAll } from './match-all.ts';
import { isSame } from './override.ts';

/**
 * The live state in which overrides that the files have just as they are count as ours, whoever
 * made them: on rotations of ours, and on those that an apply of this takes over. They need no
 * change, so an apply leaves them as they are; but once the files lack them, they go.
 */
export function claimOverrides(
  resources: readonly Resource[],
  live: LiveState,
  options: Options,
): LiveState {
  const declared = arrange(resources);
  const { rotations, view } = matchAll(declared, live, options);
  const declaredOn = new Map(
    [...rotations].map(([{ id }, { stays }]) => [stays, declared.overridesOf(id)]),
  );
  return {
    ...live,
    rotations: live.rotations.map((rotation) => ({
      ...rotation,
      overrides: rotation.overrides.map((override) => {
        const same = declaredOn.get(rotation)?.some((each) => isSame(each, override, view));
        return same ? { ...override, ours: true } : override;
      }),
    })),
  };
}
