import type { Command } from '../command-line/command.ts';
import { checkConsent, deploy } from '../deployment/deploy.ts';
import { impactDays, peopleImpact } from '../deployment/people-impact.ts';
import { survey } from '../deployment/survey.ts';
import { exitCodes } from '../exit.ts';

/** Shows the plan and what it does to people, asks, and makes the account as the files say. */
export const apply: Command = {
  async run(invocation, surroundings) {
    const { terminal } = surroundings;
    const agreed = invocation.has('yes');
    checkConsent('apply', agreed, terminal);
    const days = impactDays(invocation);
    const controller = new AbortController();
    const found = await survey(invocation, surroundings, controller.signal);
    if (found === undefined) return exitCodes.failed;
    const question = 'Apply this? Type yes: ';
    const manner = { command: 'apply', agreed, question, consent: 'yes' } as const;
    try {
      return await deploy(found, peopleImpact(found, days), manner, controller, terminal);
    } finally {
      await found.target.close();
    }
  },
};
