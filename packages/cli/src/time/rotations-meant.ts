import type { Model, Rotation } from '@oncall/language';
import { usageError } from '../exit.ts';
import { named } from './named.ts';

/** The rotations that `@NAME` or `KIND/NAME` means: one, or those of a schedule in their order. */
export function rotationsMeant(word: string, model: Model): readonly Rotation[] {
  const [first, ...others] = named(word, model, ['rotation', 'schedule']).map(({ kind, name }) => ({
    id: `${kind}/${name}`,
    rotations: kind === 'rotation' ? rotationsNamed(model, [name]) : rotationsOf(model, name),
  }));
  const rotations = first?.rotations ?? [];
  for (const other of others) {
    // A schedule of that rotation alone has the same shifts.
    if (other.rotations.length === 1 && other.rotations[0] === rotations[0]) continue;
    throw usageError(`${word} is a rotation and a schedule`, `Write ${first?.id} or ${other.id}.`);
  }
  return rotations;
}

/** Those of a schedule by NAME, each once. */
export function rotationsOf(model: Model, schedule: string): readonly Rotation[] {
  const written = model.schedules.get(schedule)?.rotations ?? [];
  return rotationsNamed(
    model,
    written.map(({ name }) => name),
  );
}

function rotationsNamed(model: Model, names: readonly string[]): readonly Rotation[] {
  return [...new Set(names)].flatMap((name) => model.rotations.get(name) ?? []);
}
