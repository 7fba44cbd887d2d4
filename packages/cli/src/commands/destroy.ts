import type { Command } from '../command-line/command.ts';
import { checkConsent, deploy } from '../deployment/deploy.ts';
import { impactDays, peopleImpact } from '../deployment/people-impact.ts';
import { survey } from '../deployment/survey.ts';
import { exitCodes } from '../exit.ts';
import { visible } from '../terminal/visible.ts';

/** Deletes all that is tagged as the project's, once someone has typed its name. */
export const destroy: Command = {
  async run(invocation, surroundings) {
    const { terminal } = surroundings;
    const agreed = invocation.has('yes');
    const isJson = invocation.value('format') === 'json';
    checkConsent({ command: 'destroy', agreed, isJson }, terminal);
    const days = impactDays(invocation);
    const controller = new AbortController();
    const found = await survey(invocation, surroundings, controller.signal, {
      path: invocation.arguments[0],
      adopt: false,
      against: 'nothing',
      writes: true,
    });
    if (found === undefined) return exitCodes.failed;
    const { project } = found;
    try {
      return await deploy(
        found,
        peopleImpact(found, days),
        {
          command: 'destroy',
          agreed,
          question: `Destroy all of this for good? Type the project's name, ${visible(project)}: `,
          consent: project,
          isJson,
          nothing: `Nothing to destroy: the account holds nothing of the project ${visible(project)}.`,
        },
        controller,
        terminal,
      );
    } finally {
      await found.target.close();
    }
  },
};
