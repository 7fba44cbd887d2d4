import type { Command } from '../command-line/command.ts';
import { loadProject } from '../deployment/load-project.ts';
import { exitCodes } from '../exit.ts';
import { whoJson } from '../reporters/who-json.ts';
import { whoText } from '../reporters/who-text.ts';
import { tellEstimate } from '../time/estimate.ts';
import { now } from '../time/now.ts';
import { scheduleDuties } from '../time/schedule-duties.ts';
import { schedulesMeant, zonesOf } from '../time/schedules-meant.ts';
import { oneInstant, timeGiven } from '../time/written-time.ts';

/** Tells who is on call now and next, or at some time. */
export const who: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const time = timeGiven('at', invocation);
    const project = loadProject(invocation.arguments[0], surroundings);
    if (project === undefined) return exitCodes.failed;
    const { model } = project.analysis;
    const schedules = schedulesMeant(invocation.subjects, model);
    const instant = time === undefined ? now() : oneInstant('at', time, zonesOf(schedules, model));
    const found = scheduleDuties(model, schedules, instant);
    if (invocation.value('format') === 'json') out.write(whoJson(instant, found));
    else if (found.length > 0) out.write(whoText(found, out.paint));
    if (found.length === 0) err.note('the project has no schedules\n');
    else tellEstimate(err);
    return exitCodes.fine;
  },
};
