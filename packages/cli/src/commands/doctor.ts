import type { Command } from '../command-line/command.ts';
import { destinationOf } from '../deployment/target.ts';
import { accountChecks } from '../doctor/account-checks.ts';
import { machineChecks } from '../doctor/machine-checks.ts';
import { projectChecks } from '../doctor/project-checks.ts';
import { exitCodes } from '../exit.ts';
import { doctorJson } from '../reporters/doctor-json.ts';
import { doctorText } from '../reporters/doctor-text.ts';

/** Looks at all that plan and apply need, and says what to do. Writes nothing. */
export const doctor: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const destination = destinationOf(invocation, surroundings);
    const machine = machineChecks(__VERSION__, new Date());
    const project = projectChecks(invocation, surroundings);
    err.progress('Asking the service');
    const { guard, folder } = project;
    const account = await accountChecks(destination, guard, folder, surroundings);
    err.progress('');
    const checks = [...machine, ...project.checks, ...account];
    const isJson = invocation.value('format') === 'json';
    out.write(isJson ? doctorJson(checks) : doctorText(checks, out.paint));
    return checks.some(({ result }) => result === 'failed') ? exitCodes.failed : exitCodes.fine;
  },
};

/** Put in by the bundler. */
declare const __VERSION__: string;
