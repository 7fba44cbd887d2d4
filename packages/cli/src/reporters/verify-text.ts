import type { Rotation } from '@oncall/language';
import type { Disagreement } from '@oncall/simulator';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';
import { clockText } from '../time/clock-text.ts';

/** A rotation as the service and the simulator read it, in some time (epoch seconds). */
export interface Verified {
  readonly rotation: Rotation;
  readonly from: number;
  readonly to: number;
  /** `one` is the service's answer. */
  readonly differences: readonly Disagreement[];
}

/** Where the service and the simulator differ, for people. */
export function verifyText(found: readonly Verified[], place: string, paint: Paint): string {
  const lines = found.flatMap((it) => rotationLines(it, paint));
  const wrong = found.filter(({ differences }) => differences.length > 0).length;
  const result = wrong === 0 ? 'agree' : `differ in ${wrong}`;
  const count = counted(found.length, 'rotation');
  lines.push('', paint.strong(`${count}: ${visible(place)} and the simulator ${result}`));
  return `${lines.join('\n')}\n`;
}

function rotationLines(
  { rotation, from, to, differences }: Verified,
  paint: Paint,
): readonly string[] {
  const zone = rotation.zone.value;
  const head = `rotation ${rotation.name}, ${clockText(zone, from)} to ${clockText(zone, to)} ${zone}`;
  if (differences.length === 0) return [`${paint.good('same')}     ${head}`];
  const rows = differences.slice(0, mostRows).map((it) => ({
    ...it,
    time: `${clockText(zone, it.start)}  ${clockText(zone, it.end)}`,
    one: people(it.one),
    other: people(it.other),
  }));
  const column = (title: string, texts: readonly string[]) =>
    Math.max(title.length, ...texts.map((text) => text.length));
  const timeWidth = column(
    '',
    rows.map(({ time }) => time),
  );
  const width = column(
    'AWS',
    rows.map(({ one }) => one),
  );
  const rest = differences.length - rows.length;
  return [
    `${paint.error('DIFFERS')}  ${paint.strong(head)}`,
    paint.quiet(`  ${' '.repeat(timeWidth)}  ${'AWS'.padEnd(width)}  simulator`),
    ...rows.map(({ time, one, other }) => {
      return `  ${time.padEnd(timeWidth)}  ${one.padEnd(width)}  ${other}`;
    }),
    ...(rest === 0 ? [] : [paint.quiet(`  and ${rest} more, which --format json lists`)]),
  ];
}

const mostRows = 10;

function people(contacts: readonly string[]): string {
  return contacts.length === 0 ? 'NOBODY' : contacts.map(visible).join(', ');
}
