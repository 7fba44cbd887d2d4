import type { Command } from '../command-line/command.ts';
import { loadProject } from '../deployment/load-project.ts';
import { exitCodes, usageError } from '../exit.ts';
import { testsJson } from '../reporters/tests-json.ts';
import { testsJunit } from '../reporters/tests-junit.ts';
import { testsTap } from '../reporters/tests-tap.ts';
import { testsText } from '../reporters/tests-text.ts';
import { visible } from '../terminal/visible.ts';
import { tellEstimate } from '../time/estimate.ts';
import { runTests } from '../time/run-tests.ts';

/** Runs the tests of a project. */
export const test: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const project = loadProject(invocation.arguments[0], surroundings);
    if (project === undefined) return exitCodes.failed;
    const filter = invocation.value('filter');
    const { analysis } = project;
    const runs = runTests(analysis, filter);
    if (runs.length === 0 && filter !== undefined && analysis.model.tests.length > 0) {
      throw usageError(`no test has ${visible(filter)} in its title`);
    }
    const format = invocation.value('format');
    if (format === 'json') out.write(testsJson(runs));
    else if (format === 'junit') out.write(testsJunit(runs));
    else if (format === 'tap') out.write(testsTap(runs));
    else if (runs.length > 0) out.write(testsText(runs, out));
    if (runs.length === 0) err.write('the project has no tests\n');
    else tellEstimate(err);
    return runs.every(({ passed }) => passed) ? exitCodes.fine : exitCodes.failed;
  },
};
