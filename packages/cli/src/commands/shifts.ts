import { shifts as shiftsOf } from '@oncall/simulator';
import type { Command, Invocation } from '../command-line/command.ts';
import { loadProject } from '../deployment/load-project.ts';
import { exitCodes, usageError } from '../exit.ts';
import { shiftsJson } from '../reporters/shifts-json.ts';
import { shiftsText } from '../reporters/shifts-text.ts';
import { tellEstimate } from '../time/estimate.ts';
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
    const rotations = rotationsMeant(invocation.subjects[0] as string, project.analysis.model);
    const found = rotations.map((rotation) => {
      const zone = rotation.zone.value;
      const [first, last] = [instantIn(from, zone), instantIn(to, zone)];
      if (first >= last) throw usageError('--to must be later than --from');
      return { rotation, shifts: shiftsOf(rotation, first, last) };
    });
    const isJson = invocation.value('format') === 'json';
    out.write(isJson ? shiftsJson(found) : shiftsText(found, out.paint));
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
