/** Projects from text, for tests; whoever it names lives elsewhere, so that names are enough. */
import { analyze, createSourceFile, type Model, type Rotation } from '@oncall/language';
import { Temporal } from 'temporal-polyfill';

/** The model of a text that has no errors. */
export function modelOf(text: string): Model {
  const file = createSourceFile('main.oncall', text);
  const { diagnostics, model } = analyze([file]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return model;
}

/** A rotation `r` of these items, and an extern for each name in them. */
export function rotationOf(items: string): Rotation {
  const { rotations } = modelOf(`rotation r <\n${items}\n>\n${externsOf(items)}`);
  return rotations.get('r') as Rotation;
}

export function externsOf(text: string): string {
  const names = new Set([...text.matchAll(/@([a-z]+)/g)].map(([, name]) => name));
  return [...names]
    .map(
      (name) =>
        `extern contact ${name} "arn:aws:ssm-contacts:us-east-2:111122223333:contact/${name}"`,
    )
    .join('\n');
}

/** Epoch seconds of `2026-01-05T09:00-05:00`, or of a time on the clocks of a zone. */
export function at(text: string, zone?: string): number {
  if (zone === undefined) return Temporal.Instant.from(text).epochMilliseconds / 1_000;
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds / 1_000;
}

/** `Mon 05 Jan 2026 09:00 -05:00`, without the seconds if there are none. */
export function shown(zone: string, instant: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant * 1_000).toZonedDateTimeISO(zone);
  const day = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][zoned.dayOfWeek - 1];
  const text = zoned.toPlainDateTime().toString({ smallestUnit: 'second' });
  return `${day} ${text.replace(/:00$/, '').replace('T', ' ')} ${zoned.offset}`;
}
