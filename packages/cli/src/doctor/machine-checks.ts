import { release } from 'node:os';
import type { Check } from './check.ts';

/** What the tool stands on: its own version, Node, time-zone data. */
export function machineChecks(version: string, now: Date): readonly Check[] {
  return [{ name: 'oncall', result: 'ok', says: version }, nodeCheck(), zonesCheck(now)];
}

/** As `engines` of package.json says. */
const least = [20, 19] as const;

function nodeCheck(): Check {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isOld = major < least[0] || (major === least[0] && minor < least[1]);
  return {
    name: 'Node',
    result: isOld ? 'failed' : 'ok',
    says: `${node} on ${process.platform} ${process.arch}, ${release()}`,
    help: isOld ? `Install Node ${least.join('.')} or later.` : undefined,
  };
}

/** Zones change their rules a few times a year, announced late. */
function zonesCheck(now: Date): Check {
  const { tz } = process.versions;
  const help =
    'Update Node: it brings time-zone data. Shifts may be told wrong where rules changed.';
  const name = 'time zones';
  if (tz === undefined) return { name, result: 'warning', says: 'of an unknown version', help };
  const isOld = now.getFullYear() - Number.parseInt(tz, 10) > 2;
  return {
    name,
    result: isOld ? 'warning' : 'ok',
    says: `data of ${tz}, local zone ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
    help: isOld ? help : undefined,
  };
}
