import type { Model, Rotation } from '@oncall/language';
import type { Shift } from '@oncall/simulator';
import { utcText } from '../time/clock-text.ts';
import type { RotationShifts } from '../time/rotation-shifts.ts';

/**
 * Shifts for calendars (RFC 5545): an event each, in UTC, which every calendar shows by its own
 * clocks. The same files give the same bytes, and a shift keeps its UID as long as it begins when
 * it did, so that importing again changes events rather than doubling them.
 */
export function shiftsIcs(found: readonly RotationShifts[], title: string, model: Model): string {
  const project = model.project?.name ?? 'default';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//oncall//shifts//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${text(title)}`,
    `X-WR-CALNAME:${text(title)}`,
    ...found.flatMap(({ rotation, shifts }) =>
      shifts.flatMap((shift) => eventOf(shift, rotation, project, model)),
    ),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(
  shift: Shift,
  rotation: Rotation,
  project: string,
  model: Model,
): readonly string[] {
  const { start, end, contacts, replaced, type } = shift;
  const isOverridden = type === 'overridden';
  const namesOf = (names: readonly string[]) =>
    names.map((name) => model.contacts.get(name)?.displayName?.value ?? name).join(', ');
  const who = contacts.length === 0 ? 'NOBODY' : namesOf(contacts);
  const instead = replaced.length === 0 ? '' : `, instead of ${namesOf(replaced)}`;
  const schedules = [...model.schedules.values()]
    .filter(({ rotations }) => rotations.some(({ name }) => name === rotation.name))
    .map(({ name }) => name);
  const of = schedules.length === 0 ? rotation.name : schedules.join(', ');
  const description = [
    `Rotation ${rotation.name}.`,
    ...(isOverridden ? [`Overridden${instead}.`] : []),
    'An estimate: AWS describes shifts in words only.',
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${stamp(start)}.${rotation.name}.${project}@oncall`,
    // No wall clock: what the files say, since when these turns are what they are.
    `DTSTAMP:${stamp(rotation.start.value)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${text(`On call: ${who} (${of})${isOverridden ? ', overridden' : ''}`)}`,
    `DESCRIPTION:${text(description.join('\n'))}`,
    `CATEGORIES:${isOverridden ? 'ON CALL,OVERRIDE' : 'ON CALL'}`,
    // Being on call does not make anyone's time look taken.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** `20260105T140000Z`. */
function stamp(instant: number): string {
  return utcText(instant).replace(/[-:]/g, '');
}

function text(plain: string): string {
  return plain
    .replace(/[\\;,]/g, (it) => `\\${it}`)
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Into lines of at most 75 octets, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > 75) {
      parts.push(part);
      part = '';
      // The space that begins a continuation counts.
      octets = 1;
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}
