/** Who is on call at an instant, in so few words as stand above a declaration. */
import type { Model } from '@oncall/language';
import { clockText, dayText, onCall, timeText } from '@oncall/simulator';

/** Takes epoch seconds. `on call now: alice until Mon 09:00`. */
export function onCallNow(
  model: Model,
  { of, name }: { readonly of: string; readonly name: string },
  now: number,
): string {
  const rotations = of === 'rotation' ? [{ name }] : (model.schedules.get(name)?.rotations ?? []);
  const known = rotations.filter((rotation) => model.rotations.has(rotation.name));
  if (known.length === 0) return 'on call now: not known yet';
  const duties = onCall(model, { rotations: known }, now);
  const people = [...new Set(duties.flatMap(({ contacts }) => contacts))];
  const [first] = duties
    .flatMap(({ until, rotation }) => (until === undefined ? [] : [{ until, rotation }]))
    .sort((a, b) => a.until - b.until);
  const who = people.length === 0 ? 'NOBODY' : people.join(', ');
  if (first === undefined) return `on call now: ${who}`;
  const zone = model.rotations.get(first.rotation)?.zone.value ?? 'UTC';
  return `on call now: ${who} until ${soonText(zone, first.until, now)}`;
}

/** Within a week its day is enough. */
function soonText(zone: string, instant: number, now: number): string {
  if (instant - now >= 7 * 86_400) return clockText(zone, instant);
  return `${dayText(zone, instant)} ${timeText(zone, instant)}`;
}
