import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atTerminal } from './at-terminal.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'oncall-apply-'));
  const text = 'contact a < channel m email "a@example.com" stage 5m < notify m > >\n';
  writeFileSync(join(cwd, 'main.oncall'), `${text}plan p < stage 5m < notify @a essential > >\n`);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const applied = (answer: string | undefined) => atTerminal(['apply', '--local'], cwd, answer);

describe('apply', () => {
  it.each([
    ['no', 1],
    ['', 1],
    ['y', 1],
    [undefined, 130],
  ] as const)('changes nothing when the answer is %j', async (answer, exitCode) => {
    const refused = await applied(answer);
    expect(refused.exitCode).toBe(exitCode);
    expect(refused.text).toMatch(
      /Plan: 3 to create\.\nApply this\? Type yes: Nothing was changed\.\n$/,
    );
    expect((await applied('no')).text).toContain('Plan: 3 to create.');
  });

  it('applies after a typed yes, and does not ask where there is nothing to do', async () => {
    const first = await applied(' yes ');
    expect(first.exitCode).toBe(0);
    expect(first.text).toContain('Done: 4 of 4 steps.');
    const second = await applied('no');
    expect(second.exitCode).toBe(0);
    expect(second.text).not.toContain('Type yes');
  });
});
