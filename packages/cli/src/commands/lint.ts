import { timeRules } from '@oncall/simulator';
import type { Command } from '../command-line/command.ts';
import { exitCodes } from '../exit.ts';
import { analyzeProjects } from '../lint/analyze-projects.ts';
import { lintSettings } from '../lint/settings.ts';
import { tell } from '../lint/tell.ts';
import { toldOf } from '../lint/told.ts';
import { now } from '../time/now.ts';

/** Tells everything that is wrong in the projects of the paths given, and mends what is certain. */
export const lint: Command = {
  async run(invocation, surroundings) {
    const settings = lintSettings(invocation);
    if (invocation.has('watch')) {
      const { watchProjects } = await import('../lint/watch-projects.ts');
      return watchProjects(invocation.arguments, settings, surroundings);
    }
    const options = { rules: timeRules(now()), levels: settings.levels };
    let projects = analyzeProjects(invocation, options, surroundings);
    if (settings.writeBaseline) {
      const { writeBaselines } = await import('../lint/write-baselines.ts');
      writeBaselines(projects, surroundings.cwd);
    }
    let isPending = false;
    if (settings.fix !== undefined) {
      const { fixProjects } = await import('../lint/fix-projects.ts');
      ({ projects, isPending } = fixProjects(projects, settings, options, surroundings));
    }
    let told = toldOf(projects, settings, surroundings.cwd);
    if (settings.fix !== undefined && !settings.fix.isDry) {
      const { shrinkBaselines } = await import('../lint/write-baselines.ts');
      told = shrinkBaselines(told, surroundings);
    }
    const code = tell(told, settings, surroundings);
    return isPending ? exitCodes.failed : code;
  },
};
