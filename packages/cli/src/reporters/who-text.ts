import { dutyText } from '@oncall/simulator';
import type { Paint } from '../terminal/paint.ts';
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
      return `  ${name}  ${dutyText(duty, zone, nobody)}`;
    });
    return [head, ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
