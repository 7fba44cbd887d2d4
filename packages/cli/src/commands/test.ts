import { testCoverage } from '@oncall/simulator';
import type { Command } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { loadProject } from '../deployment/load-project.ts';
import { exitCodes, usageError } from '../exit.ts';
import { percentReached, percentText, testCoverageText } from '../reporters/test-coverage-text.ts';
import { testsJson } from '../reporters/tests-json.ts';
import { testsJunit } from '../reporters/tests-junit.ts';
import { testsTap } from '../reporters/tests-tap.ts';
import { testsText } from '../reporters/tests-text.ts';
import { visible } from '../terminal/visible.ts';
import { tellEstimate } from '../time/estimate.ts';
import { runTests } from '../time/run-tests.ts';

/** Runs the tests of a project, and tells what they reach. */
export const test: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const least = wholeNumber(invocation, 'coverage-threshold', { most: 100 });
    const project = loadProject(invocation.arguments[0], surroundings);
    if (project === undefined) return exitCodes.failed;
    const filter = invocation.value('filter');
    const { analysis } = project;
    const runs = runTests(analysis, filter);
    if (runs.length === 0 && filter !== undefined && analysis.model.tests.length > 0) {
      throw usageError(`no test has ${visible(filter)} in its title`);
    }
    const format = invocation.value('format');
    const coverage = testCoverage(analysis.model, runs);
    const isTold = invocation.has('coverage') || least !== undefined;
    const reached = isTold ? { coverage, locate: analysis.locate } : undefined;
    if (format === 'json') out.write(testsJson(runs, reached));
    else if (format === 'junit') out.write(testsJunit(runs));
    else if (format === 'tap') out.write(testsTap(runs));
    else if (runs.length > 0) out.write(testsText(runs, out));
    if (reached !== undefined && format !== 'json') {
      // The formats of other tools have no place for it.
      const stream = format === 'junit' || format === 'tap' ? err : out;
      stream.write(testCoverageText(reached, stream.paint));
    }
    if (runs.length === 0) err.write('the project has no tests\n');
    else tellEstimate(err);
    const percent = percentReached(coverage);
    const isTooLittle = least !== undefined && percent < least;
    if (isTooLittle) {
      const share = percentText(percent);
      err.write(`${share} % of stages reached, and --coverage-threshold asks for ${least} %\n`);
    }
    const isFine = runs.every(({ passed }) => passed) && !isTooLittle;
    return isFine ? exitCodes.fine : exitCodes.failed;
  },
};
