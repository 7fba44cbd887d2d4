import type { Duty } from '@oncall/simulator';
import type { Paint } from '../terminal/paint.ts';
import { clockText } from '../time/clock-text.ts';
import { peopleText } from '../time/people-text.ts';
import type { ScheduleDuties } from '../time/schedule-duties.ts';

/** Who is on call for schedules, until when and who is next, by the clocks of each rotation. */
export function whoText(found: readonly ScheduleDuties[], paint: Paint): string {
  const blocks = found.map(({ schedule, contacts, duties }) => {
    const head = `${paint.strong(schedule)}: ${peopleText(contacts, paint)}`;
    const widest = Math.max(0, ...duties.map(({ duty }) => duty.rotation.length));
    // Where rotations share the hours, that one has nobody now is as it should be.
    const nobody = duties.length > 1 ? paint.quiet('nobody') : peopleText([], paint);
    const lines = duties.map(({ duty, zone }) => {
      const name = paint.quiet(duty.rotation.padEnd(widest));
      return `  ${name}  ${sequence(duty, zone, nobody)}`;
    });
    return [head, ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function sequence({ contacts, until, next }: Duty, zone: string, nobody: string): string {
  const now = contacts.length === 0 ? nobody : contacts.join(', ');
  if (until === undefined) return `${now} from then on`;
  const first = `${now} until ${clockText(zone, until)}`;
  if (next === undefined) return `${first} ${zone}, then ${nobody}`;
  const people = next.contacts.join(', ');
  if (next.start === until) return `${first} ${zone}, then ${people}`;
  return `${first}, then ${nobody} until ${clockText(zone, next.start)} ${zone}, then ${people}`;
}
