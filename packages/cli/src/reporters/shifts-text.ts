import type { Shift } from '@oncall/simulator';
import type { Paint } from '../terminal/paint.ts';
import { clockText, lengthText } from '../time/clock-text.ts';
import { peopleText } from '../time/people-text.ts';
import type { RotationShifts } from '../time/rotation-shifts.ts';

/** Shifts for people: a table a rotation, by its own clocks. */
export function shiftsText(found: readonly RotationShifts[], paint: Paint): string {
  const blocks = found.map(({ rotation, shifts }) => {
    const zone = rotation.zone.value;
    const head = paint.strong(`rotation ${rotation.name}, ${zone}`);
    if (shifts.length === 0) return [head, '  no shifts'];
    const rows = shifts.map((shift) => ({
      shift,
      from: clockText(zone, shift.start),
      to: clockText(zone, shift.end),
      length: lengthText(shift.end - shift.start),
    }));
    const widest = rows.reduce((most, { length }) => Math.max(most, length.length), 0);
    return [
      head,
      ...rows.map(({ shift, from, to, length }) => {
        const people = peopleText(shift.contacts, paint);
        return `  ${from}  ${to}  ${length.padStart(widest)}  ${people}${besides(shift, paint)}`;
      }),
    ];
  });
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function besides({ type, replaced }: Shift, paint: Paint): string {
  if (type === 'regular') return '';
  const instead = replaced.length === 0 ? '' : ` instead of ${replaced.join(', ')}`;
  return paint.warning(`  overridden${instead}`);
}
