import { shifts as shiftsOf } from '@oncall/simulator';
import type { Command, Invocation } from '../command-line/command.ts';
import { loadProject } from '../deployment/load-project.ts';
import { exitCodes, usageError } from '../exit.ts';
import { shiftsIcs } from '../reporters/shifts-ics.ts';
import { shiftsJson } from '../reporters/shifts-json.ts';
import { shiftsText } from '../reporters/shifts-text.ts';
import { tellEstimate } from '../time/estimate.ts';
import { named } from '../time/named.ts';
import { rotationsMeant } from '../time/rotations-meant.ts';
import { instantIn, readTime, type WrittenTime } from '../time/written-time.ts';

/** Shows the shifts of a rotation, or of those of a schedule, that meet a time. */
export const shifts: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const from = timeOf('from', invocation);
    const to = timeOf('to', invocation);
    const project = loadProject(invocation.arguments[0], surroundings);
    if (project === undefined) return exitCodes.failed;
    const { model } = project.analysis;
    const word = invocation.subjects[0] as string;
    const windowIn = (zone: string) => {
      const window = { start: instantIn(from, zone), end: instantIn(to, zone) };
      if (window.start >= window.end) throw usageError('--to must be later than --from');
      return window;
    };
    const found = rotationsMeant(word, model).map((rotation) => {
      const { start, end } = windowIn(rotation.zone.value);
      return { rotation, shifts: shiftsOf(rotation, start, end) };
    });
    // Where the word means two, their shifts are the same.
    const [subject] = named(word, model, ['schedule', 'rotation']);
    switch (invocation.value('format')) {
      case 'json':
        out.write(shiftsJson(found));
        break;
      case 'ics':
        // The format wants its own line ends, which `write` would show.
        out.writeExact(shiftsIcs(found, `On call: ${subject?.name}`, model));
        break;
      case 'svg': {
        const { calendarPicture } = await import('@oncall/simulator/pictures');
        const window = windowIn(found[0]?.rotation.zone.value ?? 'UTC');
        if (subject !== undefined) out.write(calendarPicture(model, subject, window, {}));
        break;
      }
      default:
        out.write(shiftsText(found, out.paint));
    }
    tellEstimate(err);
    return exitCodes.fine;
  },
};

function timeOf(option: string, invocation: Invocation): WrittenTime {
  const written = invocation.value(option);
  if (written !== undefined) return readTime(option, written);
  throw usageError(
    `oncall shifts needs --${option}`,
    'Write: oncall shifts @NAME --from 2026-01-05 --to 2026-02-02.',
  );
}
