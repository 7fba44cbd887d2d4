import type { Command } from '../command-line/command.ts';
import { exitCodes } from '../exit.ts';
import { withPeople } from '../people/open-people.ts';
import { isAlarming, readinessOf } from '../people/readiness.ts';
import { statusJson } from '../reporters/status-json.ts';
import { statusText } from '../reporters/status-text.ts';
import { tellEstimate } from '../time/estimate.ts';

/** Tells who can be reached and by what, and fails where someone on call can't be. Writes nothing. */
export const status: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const path = invocation.arguments[0];
    return withPeople({ path, invocation, surroundings }, async (found) => {
      const readied = readinessOf(found);
      const isJson = invocation.value('format') === 'json';
      out.write(isJson ? statusJson(found, readied) : statusText(found, readied, out.paint));
      tellEstimate(err);
      return readied.people.some(isAlarming) ? exitCodes.failed : exitCodes.fine;
    });
  },
};
