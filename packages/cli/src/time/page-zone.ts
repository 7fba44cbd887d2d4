import type { Model } from '@oncall/language';
import type { Page } from '@oncall/simulator';
import { zonesOf } from './schedules-meant.ts';

/** The zone (IANA name) of all rotations that a page may reach; `undefined` unless it is one. */
export function pageZone(target: Page['target'], model: Model): string | undefined {
  const zones = zonesOf(schedulesReached(target, model), model);
  return zones.length === 1 ? zones[0] : undefined;
}

function schedulesReached({ kind, name }: Page['target'], model: Model): readonly string[] {
  if (kind === 'schedule') return [name];
  if (kind !== 'plan') return [];
  const targets = model.plans.get(name)?.stages.flatMap((stage) => stage.targets) ?? [];
  return targets.flatMap(({ to }) => (to.kind === 'schedule' ? [to.name] : []));
}
