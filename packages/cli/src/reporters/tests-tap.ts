import { visible } from '../terminal/visible.ts';
import type { TestRun } from '../time/run-tests.ts';
import { lineOf } from './tests-json.ts';

/** Tests in the Test Anything Protocol, version 14. */
export function testsTap(runs: readonly TestRun[]): string {
  const lines = ['TAP version 14', `1..${runs.length}`];
  for (const [index, { test, location, passed, failures }] of runs.entries()) {
    lines.push(`${passed ? 'ok' : 'not ok'} ${index + 1} - ${escaped(test.title)}`);
    if (passed) continue;
    lines.push('  ---', `  file: ${quoted(location.file.path)}`, `  line: ${lineOf(location)}`);
    lines.push('  failures:');
    for (const failure of failures) {
      lines.push(`    - line: ${lineOf(failure.location)}`);
      lines.push(`      message: ${quoted(failure.message)}`);
    }
    lines.push('  ...');
  }
  return `${lines.join('\n')}\n`;
}

function escaped(text: string): string {
  return visible(text.replace(/[\\#]/g, '\\$&'));
}

/** What JSON quotes, YAML reads. */
function quoted(text: string): string {
  return JSON.stringify(visible(text));
}
