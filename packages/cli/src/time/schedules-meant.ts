import type { Model } from '@oncall/language';
import { named } from './named.ts';
import { rotationsOf } from './rotations-meant.ts';

/** NAMEs of the schedules that words mean, each once; where there are no words, of all. */
export function schedulesMeant(words: readonly string[], model: Model): readonly string[] {
  if (words.length === 0) return [...model.schedules.keys()];
  const found = words.flatMap((word) => named(word, model, ['schedule']));
  return [...new Set(found.map(({ name }) => name))];
}

/** IANA names of the zones of their rotations, each once. */
export function zonesOf(schedules: readonly string[], model: Model): readonly string[] {
  const rotations = schedules.flatMap((name) => rotationsOf(model, name));
  return [...new Set(rotations.map(({ zone }) => zone.value))];
}
