import { testCoverage } from '@oncall/simulator';
import type { Command } from '../command-line/command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { loadProjects } from '../deployment/load-project.ts';
import { exitCodes, usageError } from '../exit.ts';
import {
  percentReached,
  percentText,
  stagesOf,
  testCoverageText,
} from '../reporters/test-coverage-text.ts';
import { testsJson } from '../reporters/tests-json.ts';
import { testsJunit } from '../reporters/tests-junit.ts';
import { testsTap } from '../reporters/tests-tap.ts';
import { testsText } from '../reporters/tests-text.ts';
import { visible } from '../terminal/visible.ts';
import { tellEstimate } from '../time/estimate.ts';
import { runTests } from '../time/run-tests.ts';

/** Runs the tests of projects, and tells what they reach. */
export const test: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const least = wholeNumber(invocation, 'coverage-threshold', { most: 100 });
    const projects = loadProjects(invocation.arguments, surroundings);
    if (projects === undefined) return exitCodes.failed;
    const filter = invocation.value('filter');
    const results = projects.map(({ analysis }) => ({
      analysis,
      runs: runTests(analysis, filter),
    }));
    const runs = results.flatMap((result) => result.runs);
    const hasTests = projects.some(({ analysis }) => analysis.model.tests.length > 0);
    if (runs.length === 0 && filter !== undefined && hasTests) {
      throw usageError(`no test has ${visible(filter)} in its title`);
    }
    const format = invocation.value('format');
    const coverage = results.map(({ analysis: { model, locate }, runs }) => ({
      coverage: testCoverage(model, runs),
      locate,
    }));
    const isTold = invocation.has('coverage') || least !== undefined;
    const reached = isTold ? coverage : undefined;
    if (format === 'json') out.write(testsJson(runs, reached));
    else if (format === 'junit') out.write(testsJunit(runs));
    else if (format === 'tap') out.write(testsTap(runs));
    else if (runs.length > 0) out.write(testsText(runs, out));
    if (reached !== undefined && format !== 'json') {
      // The formats of other tools have no place for it.
      const stream = format === 'junit' || format === 'tap' ? err : out;
      for (const each of reached) stream.write(testCoverageText(each, stream.paint));
    }
    if (runs.length === 0)
      err.note(`${projects.length === 1 ? 'the project has' : 'the projects have'} no tests\n`);
    else tellEstimate(err);
    const percent = percentReached(stagesOf(coverage));
    const isTooLittle = least !== undefined && percent < least;
    if (isTooLittle) {
      const share = percentText(percent);
      err.write(`${share} % of stages reached, and --coverage-threshold asks for ${least} %\n`);
    }
    const isFine = runs.every(({ passed }) => passed) && !isTooLittle;
    return isFine ? exitCodes.fine : exitCodes.failed;
  },
};
