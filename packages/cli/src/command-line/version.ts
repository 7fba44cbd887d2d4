import { release } from 'node:os';

/** `oncall --version --verbose`: what a report of a bug should hold. */
export function verboseVersion(version: string): string {
  const { node, v8 = '', tz = 'unknown', icu = 'none' } = process.versions;
  const rows = [
    ['oncall', version],
    ['Node', `${node} (V8 ${v8})`],
    ['platform', `${process.platform} ${process.arch}, ${release()}`],
    ['time zones', `${tz} (ICU ${icu})`],
    ['local zone', Intl.DateTimeFormat().resolvedOptions().timeZone],
    ['API', 'ssm-contacts 2021-05-03'],
  ] as const;
  return rows.map(([name, value]) => `${name.padEnd(12)}${value}\n`).join('');
}
