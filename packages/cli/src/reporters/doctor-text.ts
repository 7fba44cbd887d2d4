import { wrapped } from '../command-line/help.ts';
import type { Check } from '../doctor/check.ts';
import { counted } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';

/** What was looked at, for people: a line each, and below it what to do. */
export function doctorText(checks: readonly Check[], paint: Paint): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const indent = ' '.repeat(11 + width);
  const lines = checks.flatMap(({ name, result, says, help }) => {
    const [first = '', ...rest] = wrapped(visible(says), 88 - indent.length);
    const head = `${colourOf(result, paint)(result.padEnd(7))}  ${name.padEnd(width)}`;
    const helpLines = help === undefined ? [] : wrapped(visible(help), 88 - indent.length);
    return [
      `${head}  ${first}`,
      ...rest.map((line) => `${indent}${line}`),
      ...helpLines.map((line) => `${indent}${paint.info(line)}`),
    ];
  });
  const failed = checks.filter(({ result }) => result === 'failed').length;
  const end =
    failed === 0
      ? paint.good('Nothing failed.')
      : paint.error(`${counted(failed, 'check')} failed.`);
  return `${[...lines, '', end].join('\n')}\n`;
}

function colourOf(result: Check['result'], paint: Paint): (text: string) => string {
  if (result === 'ok') return paint.good;
  if (result === 'failed') return paint.error;
  return result === 'warning' ? paint.warning : paint.quiet;
}
