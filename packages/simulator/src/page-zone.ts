import type { Model } from '@oncall/language';
import type { Page } from './timeline.ts';

/** The zone (IANA name) of all rotations that a page may reach; `undefined` unless it is one. */
export function pageZone(target: Page['target'], model: Model): string | undefined {
  const rotations = schedulesReached(target, model).flatMap(
    (name) => model.schedules.get(name)?.rotations ?? [],
  );
  const zones = new Set(
    rotations.flatMap(({ name }) => model.rotations.get(name)?.zone.value ?? []),
  );
  const [only] = zones;
  return zones.size === 1 ? only : undefined;
}

function schedulesReached({ kind, name }: Page['target'], model: Model): readonly string[] {
  if (kind === 'schedule') return [name];
  if (kind !== 'plan') return [];
  const targets = model.plans.get(name)?.stages.flatMap((stage) => stage.targets) ?? [];
  return targets.flatMap(({ to }) => (to.kind === 'schedule' ? [to.name] : []));
}
