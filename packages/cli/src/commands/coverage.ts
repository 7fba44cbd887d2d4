import type { Command } from '../command-line/command.ts';
import { loadProject } from '../deployment/load-project.ts';
import { exitCodes, usageError } from '../exit.ts';
import { coverageJson } from '../reporters/coverage-json.ts';
import { coverageText } from '../reporters/coverage-text.ts';
import { tellEstimate } from '../time/estimate.ts';
import { now } from '../time/now.ts';
import { scheduleCoverage } from '../time/schedule-coverage.ts';
import { schedulesMeant, zonesOf } from '../time/schedules-meant.ts';
import { oneInstant, timeGiven } from '../time/written-time.ts';

/** Tells when nobody is on call, when several rotations at once, and what it costs each person. */
export const coverage: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const from = timeGiven('from', invocation);
    const to = timeGiven('to', invocation);
    const project = loadProject(invocation.arguments[0], surroundings);
    if (project === undefined) return exitCodes.failed;
    const { model } = project.analysis;
    const start = now();
    const found = schedulesMeant(invocation.subjects, model).map((name) => {
      const zones = zonesOf([name], model);
      const first = from === undefined ? start : oneInstant('from', from, zones);
      const last = to === undefined ? undefined : oneInstant('to', to, zones);
      if (last !== undefined && first >= last) {
        throw usageError(`--to must be later than ${from === undefined ? 'now' : '--from'}`);
      }
      const window = { from: first, ...(last === undefined ? {} : { to: last }) };
      return scheduleCoverage(model, name, zones[0] ?? 'UTC', window);
    });
    if (invocation.value('format') === 'json') out.write(coverageJson(found));
    else if (found.length > 0) out.write(coverageText(found, out.paint));
    if (found.length === 0) err.note('the project has no schedules\n');
    else tellEstimate(err);
    return exitCodes.fine;
  },
};
